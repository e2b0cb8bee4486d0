import { userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRepeated } from '../../facts/keys.ts';
import { callsOf, growing } from '../../facts/memo.ts';
import { pausesAt } from '../../facts/pauses.ts';
import { pcpAt } from '../../facts/pcp.ts';
import { siteOf } from '../../facts/site.ts';
import { text } from '../../facts/values.ts';
import { type Check, type Comparison, callChecks, type Look, onCall } from '../check.ts';
import { type Assessment, assess, errorsOf, goesBy, onFault, onSound, overlaps } from '../entry-check.ts';
import { ACCEPTED, not, PRESENT } from '../value.ts';
import { AUTHORIZATION_RULES } from './authorization-rules.ts';
import type { Entry, EntryRule } from './entry.ts';
import { ENTRY_RULES } from './entry-rules.ts';
import { REFERRAL_RULES } from './referral-rules.ts';

const ALL_RULES: readonly EntryRule[] = [...ENTRY_RULES, ...REFERRAL_RULES, ...AUTHORIZATION_RULES];

function entryOf(facts: Facts, exchange: Exchange): Entry {
  const member = text(exchange.body.member) ?? '';
  const { site, since, changed } = pcpAt(facts, member, exchange.seq);
  return {
    exchange,
    body: exchange.body,
    world: facts.world,
    member: facts.index.members.get(member),
    figures: facts.pack.figures,
    pcp: { site, since, changed },
    coverage: coverageAt(facts, member, exchange.at, exchange.seq),
    site: siteOf(facts, exchange),
    today: facts.dateAt(exchange.at),
    earlier: (facts.index.casesOfMember.get(member) ?? [])
      .filter(({ submission }) => submission !== null)
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

const assessed = new WeakMap<Exchange, Assessment<Entry> | null>();

/** What the entry rules find in a submission, with the facts as they stood before it; null where its answer does not go by them. */
function assessmentOf(call: Exchange, facts: Facts): Assessment<Entry> | null {
  if (call.op !== 'submit-request') return null;
  const known = assessed.get(call);
  if (known !== undefined) return known;
  const entry = entryOf(facts, call);
  const judged = !call.moot && !isRepeated(call, facts) && permitted(facts, call, entry.site);
  const found = judged ? assess(ALL_RULES, entry) : null;
  assessed.set(call, found);
  return found;
}

/** The rules that apply to an entry with nothing wrong and on which the documents leave the answer open. */
const openRules = ({ draft, applying }: Assessment<Entry>): readonly EntryRule[] =>
  applying.filter(({ open }) => open?.(draft));

/** What a submission shows of one entry rule. */
const lookFor =
  (rule: EntryRule): Look<Exchange> =>
  (call, facts) => {
    const found = assessmentOf(call, facts);
    if (!found?.applying.includes(rule)) return null;
    if (found.faults.size > 0) return onFault(rule, found, call);
    const open = openRules(found);
    if (open.length === 0) return onSound(rule, found.draft, call);
    if (!open.includes(rule)) return null;
    return onCall(call, { answer: ACCEPTED }, { answer: call.status }, { always: 'depends', edge: 'at' });
  };

/** What a submission with something wrong shows where it was refused. */
const refusedFault = (call: Exchange, facts: Facts): Assessment<Entry> | null => {
  const found = call.status >= 300 ? assessmentOf(call, facts) : null;
  return found && found.faults.size > 0 ? found : null;
};

const knownCode = ({ body, world }: Entry): boolean =>
  world.procedures.some(({ code }) => code === body.procedure);

/** Whether a submission was refused although nothing is wrong with it and no rule speaks of what was named. */
function refusedForNothing(call: Exchange, facts: Facts): boolean {
  const found = call.status >= 300 ? assessmentOf(call, facts) : null;
  if (!found || found.faults.size > 0 || openRules(found).length > 0) return false;
  // While no answer can be given at once, what comes instead is a rule of its own.
  const { sure, doubtful } = pausesAt(facts, call.at);
  if (sure.length > 0 || doubtful) return false;
  // A code that the world does not hold may be refused, and nothing says that it must be.
  return knownCode(found.draft) && !found.applying.some((rule) => goesBy(rule, errorsOf(call)));
}

/** Every request of a type that is taken is answered at once with a number and a status. */
const realTime =
  (type: string): Look<Exchange> =>
  (call, facts): Comparison | null => {
    if (call.op !== 'submit-request' || call.body.type !== type) return null;
    if (call.status !== 201 && !refusedForNothing(call, facts)) return null;
    return onCall(
      call,
      { answer: 201, number: not(null), status: not(null) },
      { answer: call.status, number: text(call.answer.id), status: text(call.answer.status) },
    );
  };

/** The first submission that was taken with each idempotency key, by actor and key. */
const firstTaken = growing(
  callsOf('submit-request'),
  () => new Map<string, Exchange>(),
  (found, call) => {
    const name = `${call.actor}/${call.key}`;
    if (call.key !== null && call.status === 201 && !found.has(name)) found.set(name, call);
  },
);

/** Submissions: refused where an entry rule is broken, and taken where none is. User Guide; Section 7. */
export const submissions: readonly Check[] = callChecks(['sessions', 'requests'], {
  ...Object.fromEntries(ALL_RULES.map((rule) => [rule.rule, lookFor(rule)])),
  'portal.referral.error-on-missing-required': (call, facts) => {
    const faults = [...(refusedFault(call, facts)?.faults.values() ?? [])].flat();
    if (faults.length === 0) return null;
    const named = errorsOf(call).flatMap(({ path }) => (path === '' ? [] : [path]));
    const met = faults.filter((fault) => named.some((path) => overlaps(fault, path)));
    return onCall(
      call,
      { faultsNamed: PRESENT },
      { faultsNamed: met, entriesNamed: named },
      { given: { faults } },
    );
  },
  'portal.referral.no-record-on-error': (call, facts) => {
    if (!refusedFault(call, facts)) return null;
    // What the portal kept all the same shows in its feed, after the answer.
    return (end) => {
      const left = text(call.answer.id) ?? end.index.strayCases.get(call.at)?.id ?? null;
      return onCall(call, { request: null }, { request: left }, { given: { answer: call.status } });
    };
  },
  'portal.referral.submit-control': (call, facts) => {
    const first = firstTaken(facts).get(`${call.actor}/${call.key}`);
    if (call.op !== 'submit-request' || call.status !== 201 || !first || first === call) return null;
    return onCall(
      call,
      { request: text(first.answer.id) },
      { request: text(call.answer.id) },
      { given: { idempotencyKey: call.key }, events: [first.seq, call.seq] },
    );
  },
  'portal.type.referral-real-time': realTime('referral'),
  'portal.type.outpatient-real-time': realTime('outpatient'),
  'portal.type.admission-real-time': realTime('admission'),
});
