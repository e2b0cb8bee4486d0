import { userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRepeated } from '../../facts/keys.ts';
import { pausesAt } from '../../facts/pauses.ts';
import { pcpAt } from '../../facts/pcp.ts';
import { siteOf } from '../../facts/site.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { type Finding, finding } from '../finding.ts';
import { AUTHORIZATION_RULES } from './authorization-rules.ts';
import type { Entry } from './entry.ts';
import { ENTRY_RULES } from './entry-rules.ts';

const ALL_RULES = [...ENTRY_RULES, ...AUTHORIZATION_RULES];

function pcpOf(facts: Facts, member: string, seq: number): Entry['pcp'] {
  const { site, since, changed } = pcpAt(facts, member, seq);
  return { site, since, changed };
}

function entryOf(facts: Facts, exchange: Exchange): Entry {
  const member = text(exchange.body.member) ?? '';
  return {
    exchange,
    body: exchange.body,
    world: facts.world,
    member: facts.index.members.get(member),
    figures: facts.pack.figures,
    pcp: pcpOf(facts, member, exchange.seq),
    coverage: coverageAt(facts, member, exchange.at, exchange.seq),
    site: siteOf(facts, exchange),
    today: facts.dateAt(exchange.at),
    earlier: (facts.index.casesOfMember.get(member) ?? [])
      .filter(({ submission }) => submission !== null && submission.seq < exchange.seq)
      .map((file) => (file.closed && file.closed.seq > exchange.seq ? { ...file, closed: null } : file)),
  };
}

/** Whether the user may submit for that site at all; a refusal for lack of permission is another rule's. */
const permitted = (facts: Facts, exchange: Exchange, site: string | null): boolean => {
  const user = userAt(facts, exchange);
  if (!user || exchange.status === 401) return false;
  const own = user.sites.find((one) => one.site === site);
  if (!own && user.sites.length === 0) return false;
  const permissions: readonly string[] = own?.permissions ?? [];
  const type = text(exchange.body.type);
  return (
    type === null ||
    !['referral', 'outpatient', 'admission'].includes(type) ||
    permissions.includes(`submit-${type}`)
  );
};

const knownCode = ({ body, world }: Entry): boolean =>
  world.procedures.some(({ code }) => code === body.procedure);

const within = (path: string, named: string): boolean =>
  named === path || named.startsWith(`${path}.`) || path.startsWith(`${named}.`);

function judgeEntry(facts: Facts, exchange: Exchange): Finding[] {
  const entry = entryOf(facts, exchange);
  if (exchange.moot || !permitted(facts, exchange, entry.site)) return [];
  if (isRepeated(exchange, facts)) return [];
  const accepted = exchange.status === 201 || exchange.status === 202;
  const applying = ALL_RULES.filter(({ applies }) => applies(entry));
  const broken = applying
    .map((rule) => ({ rule, paths: rule.broken(entry) }))
    .filter(({ paths }) => paths.length > 0);
  const name = exchange.case ?? `seq ${exchange.seq}`;
  const base = { case: name, events: [exchange.seq] };
  const errors = list(exchange.answer.errors).map((error) => ({
    path: text(at(error, 'path')) ?? '',
    code: text(at(error, 'code')) ?? '',
  }));
  const named = errors.map(({ path }) => path);
  const found: Finding[] = [];
  for (const { rule, paths } of broken) {
    if (broken.length > 1 && accepted) continue;
    const because = `Submitted with ${paths.join(', ')} against the rule; the portal answered ${exchange.status}.`;
    const taken = rule.open?.(entry) ? ('depends' as const) : ('violated' as const);
    found.push(
      finding({ ...base, rule: rule.rule, verdict: accepted ? taken : 'met', because, edge: 'near' }),
    );
  }
  if (broken.length > 0) {
    const bad = broken.flatMap(({ paths }) => paths);
    const namesOne = accepted || bad.some((path) => named.some((seen) => seen !== '' && within(path, seen)));
    if (!accepted) {
      const because = `Bad: ${bad.join(', ')}. The answer named: ${named.join(', ') || 'nothing'}.`;
      found.push(
        finding({
          ...base,
          rule: 'portal.referral.error-on-missing-required',
          verdict: namesOne ? 'met' : 'violated',
          because,
        }),
      );
      const id = text(exchange.answer.id);
      const left = facts.index.strayCases.has(exchange.at);
      found.push(
        finding({
          ...base,
          rule: 'portal.referral.no-record-on-error',
          verdict: id === null && !left ? 'met' : 'violated',
          because:
            left || id !== null
              ? 'A record exists although the submission was refused.'
              : 'Nothing was recorded.',
        }),
      );
    }
    return found;
  }
  const open = applying.filter((rule) => rule.open?.(entry));
  for (const { rule } of open) {
    const because = `The documents leave this open; the portal answered ${exchange.status}.`;
    found.push(finding({ ...base, rule, verdict: 'depends', because, edge: 'at' }));
  }
  if (open.length > 0) return found;
  for (const rule of applying) {
    const edge = rule.edge?.(entry) ? ('at' as const) : null;
    if (accepted) {
      found.push(
        finding({ ...base, rule: rule.rule, verdict: 'met', because: 'Accepted, as it should be.', edge }),
      );
      continue;
    }
    const blamed = blames(rule.rule, errors);
    if (blamed)
      found.push(
        finding({
          ...base,
          rule: rule.rule,
          verdict: 'violated',
          because: `Refused (${exchange.status}: ${named.join(', ') || text(exchange.answer.detail)}) although nothing is wrong with it.`,
          edge,
        }),
      );
  }
  // While no answer can be given at once, what comes instead is a rule of its own.
  const { sure, doubtful } = pausesAt(facts, exchange.at);
  if (sure.length > 0 || doubtful) return found;
  // A code that the world does not hold may be refused, and nothing says that it must be.
  const rule = realTime(exchange);
  if (rule && !accepted && knownCode(entry) && !found.some(({ verdict }) => verdict === 'violated')) {
    found.push(
      finding({
        ...base,
        rule,
        verdict: 'violated',
        because: `A request with nothing wrong was refused (${exchange.status}).`,
      }),
    );
  }
  return found;
}

type Blame = { readonly paths: readonly string[]; readonly codes?: readonly string[] };

/** Where a refusal points when it goes by a rule; codes where several rules share a path. */
const BLAMES: Record<string, Blame> = {
  'portal.referral.diagnosis-max-six': { paths: ['diagnoses'] },
  'portal.referral.remarks-max-255': { paths: ['remarks'] },
  'portal.referral.requested-service-consultation': { paths: ['service'] },
  'portal.referral.procedure-range': { paths: ['procedure'] },
  'um.referral.pcp-only': { paths: ['requestingSite'] },
  'um.referral.allowed-specialist-network': { paths: ['servicing.provider'] },
  'um.valid.initiator': { paths: ['requestingSite'], codes: ['not-involved', 'not-allowed'] },
  'um.dme.requester': { paths: ['requestingSite'], codes: ['not-involved', 'not-allowed'] },
  'um.concurrent.request-source': { paths: ['requestingSite'], codes: ['not-involved', 'not-allowed'] },
  'um.valid.network-provider': { paths: ['requestingSite'], codes: ['not-in-network'] },
  'um.valid.portal-template': { paths: ['setting'], codes: ['not-allowed'] },
  'um.delegate.evicore-exempt-settings': { paths: ['procedure'], codes: ['delegated'] },
  'um.program.review-types': { paths: ['reviewType'] },
  'um.concurrent.scope': { paths: ['reviewType'] },
  'portal.referral.active-eligibility-required': { paths: ['member'] },
  'um.submit.oon-not-via-portal': { paths: ['servicing.provider'] },
  'portal.referral.units-positive-integer': { paths: ['units'] },
  'portal.referral.date-order': { paths: ['end'], codes: ['order'] },
  'portal.referral.phone-area-code': { paths: ['requester.phone', 'servicing.contact.phone'] },
  'portal.referral.distinct-date-span': { paths: ['start', 'end'], codes: ['overlap'] },
  'um.time.urgent-flag': { paths: ['urgency'] },
  'um.referral.within-90-days': { paths: ['start'], codes: ['not-allowed', 'out-of-range'] },
  'portal.viewer.retro-date-allowed': { paths: ['start'], codes: ['out-of-range', 'not-allowed'] },
  'portal.referral.max-span-one-year': { paths: ['end', 'start'], codes: ['out-of-range'] },
};

/** Whether a refusal that named these fields goes by this rule. */
const blames = (rule: RuleId, errors: readonly { path: string; code: string }[]): boolean => {
  const blame = BLAMES[rule];
  return errors.some(
    ({ path, code }) =>
      path !== '' &&
      blame?.paths.some((own) => within(own, path)) === true &&
      (blame.codes === undefined || blame.codes.includes(code)),
  );
};

/** The rule by which each type of request is answered at once. */
const REAL_TIME: Readonly<Record<string, RuleId>> = {
  referral: 'portal.type.referral-real-time',
  outpatient: 'portal.type.outpatient-real-time',
  admission: 'portal.type.admission-real-time',
};

const realTime = ({ body }: Exchange): RuleId | undefined => REAL_TIME[String(body.type)];

/** Every request that is taken is answered at once with a number and a status. */
function answersOf(exchange: Exchange): Finding[] {
  const rule = realTime(exchange);
  if (exchange.status !== 201 || !rule) return [];
  const answer = fields(exchange.answer);
  const holds = text(answer.id) !== null && text(answer.status) !== null;
  const name = exchange.case ?? `seq ${exchange.seq}`;
  const base = { case: name, events: [exchange.seq] };
  return [
    finding({
      ...base,
      rule,
      verdict: holds ? 'met' : 'violated',
      because: `Answered at once with ${text(answer.id) ?? 'no number'} and ${text(answer.status) ?? 'no status'}.`,
    }),
  ];
}

/** A submission that is sent twice with one key makes one request. */
function repeatsOf(facts: Facts): Finding[] {
  const submissions = (facts.index.byOperation.get('submit-request') ?? []).filter(
    ({ key, status }) => key !== null && status === 201,
  );
  const firsts = new Map<string, Exchange>();
  return submissions.flatMap((exchange) => {
    const name = `${exchange.actor}/${exchange.key}`;
    const first = firsts.get(name);
    if (!first) {
      firsts.set(name, exchange);
      return [];
    }
    const same = text(first.answer.id) === text(exchange.answer.id);
    return [
      finding({
        rule: 'portal.referral.submit-control',
        case: exchange.case ?? '',
        verdict: same ? 'met' : 'violated',
        because: `Sent twice: ${text(first.answer.id)} and ${text(exchange.answer.id)}.`,
        events: [first.seq, exchange.seq],
      }),
    ];
  });
}

/** The entry rules of a submission: refused when broken, and accepted when not. User Guide; Section 7. */
export const submissions: readonly Check[] = historyChecks(
  needing(
    ['sessions', 'requests'],
    ...ALL_RULES.map(({ rule }) => rule),
    'portal.referral.error-on-missing-required',
    'portal.referral.no-record-on-error',
    'portal.referral.submit-control',
    'portal.type.referral-real-time',
    'portal.type.outpatient-real-time',
    'portal.type.admission-real-time',
  ),
  (facts) => [
    ...(facts.index.byOperation.get('submit-request') ?? []).flatMap((exchange) => [
      ...judgeEntry(facts, exchange),
      ...answersOf(exchange),
    ]),
    ...repeatsOf(facts),
  ],
);
