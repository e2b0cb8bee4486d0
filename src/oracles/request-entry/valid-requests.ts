import { type CaseFile, isUnclocked } from '../../facts/case-file.ts';
import { procedureOf } from '../../facts/decisions.ts';
import { lackingAtReceipt, suppliedAfter, suppliedBy } from '../../facts/documents.ts';
import type { Facts } from '../../facts/facts.ts';
import { isBefore } from '../../facts/order.ts';
import { staysFrom } from '../../facts/stays.ts';
import { fields, strings, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Comparison, reported, requestChecks } from '../check.ts';
import { ABSENT, includes, not, PRESENT } from '../value.ts';

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

/** The first decision of the staff that tells something: the approval, or else the first of all. */
const firstOf = (file: CaseFile) => approvalOf(file) ?? file.decisions.find(({ staged }) => !staged);

/** What must not be approved yet, and whether it was. */
const notApproved = (
  file: CaseFile,
  given: Comparison['given'],
  more: Partial<Comparison> = {},
): Comparison =>
  reported(
    [file.received.seq, firstOf(file)?.seq ?? file.received.seq],
    { approval: ABSENT },
    { approval: approvalOf(file)?.outcome ?? null },
    { given: given ?? {}, ...more },
  );

/** Whether an approval was given without documents of a category. A decision that is no approval tells it, too. */
const approvedWith =
  (category: string, items: readonly string[]) =>
  (file: CaseFile, facts: Facts): Comparison | null => {
    if (!reviewed(file) || categoryOf(file, facts) !== category) return null;
    // What the grid asks nothing of is no subject of an approval.
    const asked = procedureOf(facts, file)?.grid?.some(({ asks }) => asks !== 'nothing') ?? true;
    const first = firstOf(file);
    if (!asked || !first) return null;
    const there = suppliedBy(file, first.seq);
    const lacking = items.filter((item) => !there.has(item));
    if (lacking.length > 0) return notApproved(file, { lackingAtDecision: lacking }, { edge: 'near' });
    return reported(
      [file.received.seq, first.seq],
      { documents: includes(...items) },
      { documents: [...there] },
      { given: { outcome: first.outcome } },
    );
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
    return reported(
      [file.received.seq],
      { overlooked: ABSENT },
      { overlooked: lacking.filter((item) => !said.includes(item)) },
      { given: { lackingAtReceipt: lacking, namedAsMissing: said }, evidence: 'observed' },
    );
  },
  'um.enteral.form': (file, facts) => {
    const first = firstOf(file);
    if (!reviewed(file) || categoryOf(file, facts) !== 'enteral' || !first) return null;
    const { product, quantity } = fields(file.submission?.body.enteral);
    const form = {
      reviewForm: suppliedBy(file, first.seq).has('enteral-review-form'),
      product: text(product),
      quantity: text(quantity),
    };
    const whole = form.reviewForm && Boolean(form.product) && Boolean(form.quantity);
    // What a form that came after the request says is not told.
    const later = suppliedAfter(file, first.seq).has('enteral-review-form');
    if (later && !whole) return null;
    if (!whole) return notApproved(file, form);
    return reported(
      [file.received.seq, first.seq],
      { reviewForm: true, product: PRESENT, quantity: PRESENT },
      form,
      { given: { outcome: first.outcome } },
    );
  },
  'um.valid.clinical-docs': (file, facts) => {
    const needs = procedureOf(facts, file)?.needs ?? [];
    const category = categoryOf(file, facts);
    if (!reviewed(file) || !needs.includes('clinical-notes') || category in DOCUMENTS) return null;
    const said = saidMissing(file);
    const approval = approvalOf(file);
    const lacking = lackingAtReceipt(facts.world, file.submission);
    const isOverlooked = lacking.includes('clinical-notes') && said?.includes('clinical-notes') === false;
    const isBare = approval !== undefined && !suppliedBy(file, approval.seq).has('clinical-notes');
    return reported(
      [file.received.seq],
      { overlookedAtReceipt: ABSENT, lackingAtApproval: ABSENT },
      {
        overlookedAtReceipt: isOverlooked ? ['clinical-notes'] : [],
        lackingAtApproval: isBare ? ['clinical-notes'] : [],
      },
      { given: { lackingAtReceipt: lacking, namedAsMissing: said, approval: approval?.outcome ?? null } },
    );
  },
  'um.valid.all-conditions': (file, facts) => {
    const said = saidMissing(file);
    if (!reviewed(file) || said === null) return null;
    const lacking = lackingAtReceipt(facts.world, file.submission);
    return reported(
      [file.received.seq],
      { namedAsMissing: lacking.length > 0 ? PRESENT : ABSENT },
      { namedAsMissing: said },
      {
        given: { lackingAtReceipt: lacking },
        evidence: 'observed',
        causedBy: lacking.length > 0 ? documentRule(categoryOf(file, facts), lacking) : null,
      },
    );
  },
  'um.status.obs-to-inpatient-closes': (file, facts) => {
    const [stay] = staysFrom(facts, file).own;
    // What was closed for another reason before the stay came is not closed again.
    if (!stay || (file.closed && isBefore(file.closed, stay.received))) return null;
    return reported(
      [file.received.seq, stay.received.seq],
      { closedFor: 'level-of-care-change', admission: not(file.id) },
      { closedFor: file.closed?.reason ?? null, admission: stay.id },
      { given: { observation: file.id } },
    );
  },
});
