import type { ClaimFile } from '../../facts/claim-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { growing, put } from '../../facts/memo.ts';
import { isBefore, recordsBefore } from '../../facts/order.ts';
import { at, type Fields, fields, list, text } from '../../facts/values.ts';
import { callChecks } from '../check.ts';
import { ABSENT, asValue, contains, instant, nameOfPath, oneOf, PRESENT, type Value } from '../value.ts';
import { compared, onViewer, partiesOf, type Shown, showing } from './shown.ts';

const luhn = (npi: string): boolean => {
  const digits = [...`80840${npi}`].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + Math.floor(doubled / 10) + (doubled % 10);
  }, 0);
  return /^[12]\d{9}$/.test(npi) && sum % 10 === 0;
};

/** Claims by the authorization under which they were paid. */
const claimsByNumber = growing(
  (facts) => facts.claims,
  () => new Map<string, ClaimFile[]>(),
  (found, claim) => put(found, claim.made.authorization ?? '', claim),
);

/** Units that were paid under a number before a record. */
const billedOn = (facts: Facts, number: string, seq: number): number =>
  (claimsByNumber(facts).get(number) ?? [])
    .filter(({ madeSeq }) => madeSeq < seq)
    .reduce((sum, { made }) => sum + made.unitsPaid, 0);

const linesOf = ({ answer }: Shown): readonly Fields[] => list(answer.lines).map(fields);

const total = (lines: readonly Fields[], name: 'usedUnits' | 'totalUnits'): number =>
  lines.reduce((sum, line) => sum + Number(line[name]), 0);

const COLUMNS = ['line', 'status', 'code', 'codeType', 'modifier', 'description', 'totalUnits', 'usedUnits'];

/** Whether a line's used units start at none and stay within its total. */
const isWithin = ({ usedUnits, totalUnits }: Fields): boolean =>
  usedUnits === 0 || (Number(usedUnits) > 0 && Number(usedUnits) <= Number(totalUnits));

/**
 * The sums of used units that are right after what was billed on a number: of all lines, or of the approved ones. Null
 * where nothing was billed, and before an approval and after a closing, of which the guide says nothing.
 */
function rightUse(shown: Shown, billed: number): readonly number[] | null {
  const { file, exchange } = shown;
  const stands =
    !(file.closed && isBefore(file.closed, exchange)) &&
    recordsBefore(file.decisions, exchange.seq).some((made) => made.outcome !== 'denied');
  if (billed === 0 || !stands) return null;
  const lines = linesOf(shown);
  const granted = lines.filter(({ status }) => status === 'APPROVED');
  return [lines, granted].map((of) => Math.min(billed, total(of, 'totalUnits')));
}

/** Which NPIs a view shows. */
const NPIS = ['referredBy.npi', 'referredTo.npi', 'memberPcp.npi', 'payTo.npi'];

/** The words by which a view tells the class of care. */
const SETTINGS = {
  referral: { words: 'specialist', pattern: /specialist/i },
  outpatient: { words: 'outpatient', pattern: /^outpatient/i },
  admission: { words: 'inpatient', pattern: /^inpatient/i },
};

/** What the viewer shows. User Guide, the viewer. */
export const view = callChecks(['sessions', 'requests'], {
  'portal.viewer.header-fields': onViewer((shown) => {
    const { asked, file, facts } = shown;
    const { member, provider, affiliation, site, pcp } = partiesOf(shown);
    return showing(shown, {
      id: file.id,
      'member.id': member?.id,
      'member.name': `${member?.lastName}, ${member?.firstName}`,
      'member.birthDate': member?.birthDate,
      'member.product': member?.product,
      'memberPcp.name': pcp?.name,
      'referredBy.name': site?.name,
      'referredTo.name': provider?.name,
      inpatientOutpatient: undefined,
      'payTo.name': affiliation?.group,
      'diagnoses.0.code': undefined,
      'diagnoses.0.description': undefined,
      status: undefined,
      authorizationDate: file.submission?.status === 202 ? undefined : facts.dateAt(file.received.at.low),
      start: asked.start,
      end: asked.end,
    });
  }),
  'portal.viewer.service-line-columns': onViewer((shown) => {
    const lines = linesOf(shown);
    const missing = lines.flatMap((line, index) =>
      COLUMNS.filter((column) => line[column] === undefined).map(
        (column) => `${column} of line ${index + 1}`,
      ),
    );
    return compared(
      shown,
      {
        lineNumbers: lines.length === 0 ? PRESENT : lines.map((_, index) => index + 1),
        missingColumns: ABSENT,
      },
      { lineNumbers: lines.map(({ line }) => asValue(line)), missingColumns: missing },
    );
  }),
  'portal.viewer.used-units': onViewer((shown) => {
    const lines = linesOf(shown);
    const billed = billedOn(shown.facts, shown.file.id, shown.exchange.seq);
    const right = rightUse(shown, billed);
    const wrong = lines.filter((line) => !isWithin(line));
    return compared(
      shown,
      { linesBeyondTotal: ABSENT, ...(right ? { usedUnits: oneOf(...right) } : {}) },
      {
        linesBeyondTotal: wrong.map(
          ({ usedUnits, totalUnits }): Value => ({
            usedUnits: asValue(usedUnits),
            totalUnits: asValue(totalUnits),
          }),
        ),
        usedUnits: total(lines, 'usedUnits'),
      },
      { given: { unitsBilled: billed } },
    );
  }),
  'portal.viewer.provider-with-npi': onViewer((shown) => {
    const { provider, site, pcp, pcpSite } = partiesOf(shown);
    return showing(shown, {
      'referredBy.npi': site?.npi,
      'referredTo.npi': provider?.npi,
      'memberPcp.npi': pcp?.npi,
      'memberPcp.siteName': pcpSite?.name,
    });
  }),
  'portal.referral.npi-format': onViewer((shown) => {
    const npis = NPIS.map((path) => ({ name: nameOfPath(path), npi: text(at(shown.answer, path)) }));
    const wrong = npis.filter(({ npi }) => !luhn(npi ?? '')).map(({ name }) => name);
    return compared(
      shown,
      { withWrongCheckDigit: ABSENT },
      { withWrongCheckDigit: wrong, ...Object.fromEntries(npis.map(({ name, npi }) => [name, npi])) },
    );
  }),
  'portal.viewer.setting-values': onViewer((shown) => {
    const { words, pattern } = SETTINGS[shown.file.type];
    const value = text(shown.answer.inpatientOutpatient);
    const kind = pattern.test(value ?? '') ? words : 'another';
    return compared(shown, { classOfCare: words }, { classOfCare: kind, inpatientOutpatient: value });
  }),
  'um.submit.same-clock-any-channel': onViewer((shown) => {
    const { file, answer } = shown;
    // Of a request that had a receipt, its time is another rule's.
    if (file.submission?.status === 202) return null;
    const at = Date.parse(text(answer.receivedAt) ?? '');
    return compared(
      shown,
      { receivedAt: instant(file.received.at.low) },
      { receivedAt: Number.isNaN(at) ? null : instant(at) },
    );
  }),
  'portal.viewer.referral-line': onViewer((shown) => {
    const { file, asked } = shown;
    if (file.type !== 'referral' || file.exchanges.some(({ op }) => op === 'revise-request')) return null;
    const lines = linesOf(shown);
    return compared(
      shown,
      { totalUnits: asValue(asked.units), descriptions: contains('referral') },
      {
        totalUnits: total(lines, 'totalUnits'),
        descriptions: lines.map(({ description }) => (text(description) ?? '').toLowerCase()),
      },
    );
  }),
});
