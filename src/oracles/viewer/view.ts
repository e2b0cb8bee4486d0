import type { ClaimFile } from '../../facts/claim-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { growing, put } from '../../facts/memo.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import type { Finding } from '../finding.ts';
import { differences, expectedOf, judged, type Shown } from './shown.ts';

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

/** What the viewer shows. User Guide, the viewer. */
export function viewOf(shown: Shown): Finding[] {
  const { answer, asked, file, facts } = shown;
  const { member, provider, affiliation, site, pcp, pcpSite } = expectedOf(shown);
  const header = differences(answer, {
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
  const lines = list(answer.lines).map(fields);
  const columns = [
    'line',
    'status',
    'code',
    'codeType',
    'modifier',
    'description',
    'totalUnits',
    'usedUnits',
  ];
  const lineFaults = lines.flatMap((line, index) => [
    ...columns.filter((column) => line[column] === undefined).map((column) => `lines.${index}.${column}`),
    ...(line.line === index + 1 ? [] : [`lines.${index}.line`]),
  ]);
  const units = lines.filter(
    (line) =>
      !(
        line.usedUnits === 0 ||
        (Number(line.usedUnits) > 0 && Number(line.usedUnits) <= Number(line.totalUnits))
      ),
  );
  const numbers = {
    'referredBy.npi': site?.npi,
    'referredTo.npi': provider?.npi,
    'memberPcp.npi': pcp?.npi,
    'memberPcp.siteName': pcpSite?.name,
  };
  const total = (name: 'usedUnits' | 'totalUnits', of = lines): number =>
    of.reduce((sum, line) => sum + Number(line[name]), 0);
  const { seq } = shown.exchange;
  const billed = billedOn(facts, file.id, seq);
  // What lines show of their use before an approval and after a closing, the guide does not say.
  const stands =
    !(file.closed && file.closed.seq < seq) &&
    file.decisions.some((made) => made.seq < seq && made.outcome !== 'denied');
  const granted = lines.filter(({ status }) => status === 'APPROVED');
  const right = [lines, granted].map((of) => Math.min(billed, total('totalUnits', of)));
  const miscounted = billed > 0 && stands && !right.includes(total('usedUnits'));
  const npis = ['referredBy.npi', 'referredTo.npi', 'memberPcp.npi', 'payTo.npi'].filter(
    (path) => !luhn(text(at(answer, path)) ?? ''),
  );
  const word = { referral: /specialist/i, outpatient: /^outpatient/i, admission: /^inpatient/i }[file.type];
  const found = [
    judged(shown, 'portal.viewer.header-fields', header, 'All sixteen entries are shown.'),
    judged(
      shown,
      'portal.viewer.service-line-columns',
      lines.length === 0 ? ['lines'] : lineFaults,
      'Every line has its eight columns.',
    ),
    judged(
      shown,
      'portal.viewer.used-units',
      units.length > 0 || miscounted ? ['usedUnits'] : [],
      'Used units start at none and stay within the total.',
    ),
    judged(
      shown,
      'portal.viewer.provider-with-npi',
      differences(answer, numbers),
      'Providers are shown with their NPI.',
    ),
    judged(shown, 'portal.referral.npi-format', npis, 'Every NPI passes its check digit.'),
    judged(
      shown,
      'portal.viewer.setting-values',
      word.test(text(answer.inpatientOutpatient) ?? '') ? [] : ['inpatientOutpatient'],
      'The setting is of its class.',
    ),
  ];
  // Of a request that had a receipt, its time is another rule's.
  if (file.submission?.status !== 202) {
    found.push(
      judged(
        shown,
        'um.submit.same-clock-any-channel',
        Date.parse(text(answer.receivedAt) ?? '') === file.received.at.low ? [] : ['receivedAt'],
        'The time of receipt is that of the submission.',
      ),
    );
  }
  if (file.type === 'referral' && !file.exchanges.some(({ op }) => op === 'revise-request')) {
    const total = lines.reduce((sum, line) => sum + Number(line.totalUnits), 0);
    const described = lines.some((line) => /referral/i.test(text(line.description) ?? ''));
    found.push(
      judged(
        shown,
        'portal.viewer.referral-line',
        total === asked.units && described ? [] : ['lines'],
        'One line holds the visits of the referral.',
      ),
    );
  }
  return found;
}
