import { type CaseFile, isUnclocked } from '../../facts/case-file.ts';
import { procedureOf } from '../../facts/decisions.ts';
import { lackingAtReceipt, suppliedAfter, suppliedBy } from '../../facts/documents.ts';
import type { Facts } from '../../facts/facts.ts';
import { staysFrom } from '../../facts/stays.ts';
import { fields, strings, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { requestChecks, type Seen } from '../check.ts';

const words = (items: readonly string[]): string => items.join(', ') || 'nothing';

/** Requests for authorization that the plan itself reviews. */
const reviewed = (file: CaseFile): boolean =>
  !isUnclocked(file) && file.channel !== 'delegate' && file.submission !== null && !file.outside;

/** The first approval that the portal's own staff gave. */
const approvalOf = (file: CaseFile) =>
  file.decisions.find(
    ({ outcome, staged, revision }) => outcome !== 'denied' && !staged && revision === null,
  );

/** The categories whose documents have rules of their own. */
const DOCUMENTS: Readonly<Record<string, { readonly rule: RuleId; readonly items: readonly string[] }>> = {
  infusion: { rule: 'um.valid.prescription', items: ['prescription'] },
  enteral: { rule: 'um.enteral.prescription', items: ['prescription'] },
  equipment: { rule: 'um.dme.approval-precondition', items: ['prescription', 'supporting-documentation'] },
};

const categoryOf = (file: CaseFile, facts: Facts): string => procedureOf(facts, file)?.category ?? 'other';

/** Whether an approval was given without documents of a category. A decision that is no approval tells it, too. */
const approvedWith =
  (category: string, items: readonly string[]) =>
  (file: CaseFile, facts: Facts): Seen | null => {
    if (!reviewed(file) || categoryOf(file, facts) !== category) return null;
    // What the grid asks nothing of is no subject of an approval.
    const asked = procedureOf(facts, file)?.grid?.some(({ asks }) => asks !== 'nothing') ?? true;
    if (!asked) return null;
    const approval = approvalOf(file);
    const first = approval ?? file.decisions.find(({ staged }) => !staged);
    if (!first) return null;
    const there = suppliedBy(file, first.seq);
    const lacking = items.filter((item) => !there.has(item));
    return {
      holds: !approval || lacking.length === 0,
      because: `${approval ? 'Approved' : 'Not approved'}; lacking: ${lacking.join(', ') || 'nothing'}.`,
      events: [file.received.seq, first.seq],
      edge: lacking.length > 0 ? 'near' : null,
    };
  };

/**
 * What the portal said was missing when it took a request online; null where it came another way. P and M
 * mean the same by the text, so a status does not tell whether a request counts as valid.
 */
const saidMissing = (file: CaseFile): readonly string[] | null =>
  file.submission?.op === 'submit-request' &&
  file.channel === 'portal' &&
  Array.isArray(file.submission.answer.missing)
    ? strings(file.submission.answer.missing)
    : null;

/** The rule on the documents that are lacking, which a wrong status follows from. */
function documentRule(category: string, lacking: readonly string[]): RuleId | null {
  if (lacking.includes('authorization-form')) return 'um.valid.paper-form';
  if (lacking.includes('enteral-review-form')) return 'um.enteral.form';
  if (category === 'equipment') return 'um.dme.attachments';
  return DOCUMENTS[category]?.rule ?? (lacking.includes('clinical-notes') ? 'um.valid.clinical-docs' : null);
}

/** When a request counts as valid. Section 7, Valid Prior Authorization Requests, DME, Enteral Products. */
export const validRequests = requestChecks(['requests', 'events'], {
  'um.valid.prescription': approvedWith('infusion', ['prescription']),
  'um.enteral.prescription': approvedWith('enteral', ['prescription']),
  'um.dme.approval-precondition': approvedWith('equipment', ['prescription', 'supporting-documentation']),
  'um.dme.attachments': (file, facts) => {
    const said = saidMissing(file);
    if (!reviewed(file) || said === null || categoryOf(file, facts) !== 'equipment') return null;
    const lacking = lackingAtReceipt(facts.world, file.submission);
    return {
      holds: lacking.every((item) => said.includes(item)),
      because: `Lacking at receipt: ${words(lacking)}; the portal named ${words(said)}.`,
      events: [file.received.seq],
      evidence: 'observed',
    };
  },
  'um.enteral.form': (file, facts) => {
    const approval = approvalOf(file);
    if (!reviewed(file) || categoryOf(file, facts) !== 'enteral') return null;
    const first = approval ?? file.decisions.find(({ staged }) => !staged);
    if (!first) return null;
    const { product, quantity } = fields(file.submission?.body.enteral);
    const form = suppliedBy(file, first.seq).has('enteral-review-form');
    const whole = form && Boolean(text(product)) && Boolean(text(quantity));
    // What a form that came after the request says is not told.
    const later = suppliedAfter(file, first.seq).has('enteral-review-form');
    if (later && !whole) return null;
    return {
      holds: !approval || whole,
      because: `${approval ? 'Approved' : 'Not approved'} ${whole ? 'with' : 'without'} a review form that names product and quantity.`,
      events: [file.received.seq, first.seq],
    };
  },
  'um.valid.clinical-docs': (file, facts) => {
    const needs = procedureOf(facts, file)?.needs ?? [];
    const category = categoryOf(file, facts);
    if (!reviewed(file) || !needs.includes('clinical-notes') || category in DOCUMENTS) return null;
    const said = saidMissing(file);
    const approval = approvalOf(file);
    const lacking = lackingAtReceipt(facts.world, file.submission).includes('clinical-notes');
    const approvedBare = approval !== undefined && !suppliedBy(file, approval.seq).has('clinical-notes');
    const overlooked = lacking && said !== null && !said.includes('clinical-notes');
    return {
      holds: !approvedBare && !overlooked,
      because: `Clinical documents were ${lacking ? 'lacking' : 'there'} at receipt; the portal named ${words(said ?? [])}.`,
      events: [file.received.seq],
    };
  },
  'um.valid.all-conditions': (file, facts) => {
    const said = saidMissing(file);
    if (!reviewed(file) || said === null) return null;
    const lacking = lackingAtReceipt(facts.world, file.submission);
    return {
      holds: said.length > 0 === lacking.length > 0,
      because: `Lacking at receipt: ${words(lacking)}; the portal named ${words(said)}.`,
      events: [file.received.seq],
      evidence: 'observed',
      causedBy: lacking.length > 0 ? documentRule(categoryOf(file, facts), lacking) : null,
    };
  },
  'um.status.obs-to-inpatient-closes': (file, facts) => {
    const [stay] = staysFrom(facts, file).own;
    // What was closed for another reason before the stay came is not closed again.
    if (!stay || (file.closed && file.closed.seq < stay.received.seq)) return null;
    const closed = file.closed?.reason === 'level-of-care-change';
    return {
      holds: closed && stay.id !== file.id,
      because: `The observation became an admission (${stay.name}); its own authorization is ${closed ? 'closed' : 'still open'}.`,
      events: [file.received.seq, stay.received.seq],
    };
  },
});
