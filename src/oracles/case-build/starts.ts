import type { Member } from '../../contract/index.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { dateOf, dayOf } from '../../facts/civil.ts';
import { determinationsBefore, itemsOf, stateBefore } from '../../facts/delegate/course.ts';
import { buildAt, delegateOf, done, isPractice } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import { type DelegatePack, delegatePackOf, type RuleId } from '../../rulebook/index.ts';
import { type Comparison, delegateCallChecks, onCall, rowsOf } from '../check.ts';
import { limit } from '../clocks/counting.ts';
import { workingDays } from '../clocks/working-days.ts';
import { ACCEPTED, asValue, includes, REFUSED } from '../value.ts';
import { answered, blamedBy, lineNotManaged, notRequired } from './start-answers.ts';

type Draft = {
  readonly facts: Facts;
  readonly call: Exchange;
  readonly member: Member | undefined;
  readonly pack: DelegatePack | null;
  readonly today: string;
  readonly practitioners: readonly string[];
};

/** The practitioners of an account before a call: of the world, and those that were added since. */
export function practitionersOf(facts: Facts, { actor }: Exchange): readonly string[] {
  const known = delegateOf(facts).delegation?.accounts.find(({ id }) => id === actor)?.practitioners ?? [];
  const added = (facts.index.byOperation.get('add-practitioner') ?? []).filter(
    (call) =>
      call.actor === actor && done(call) && list(call.answer.practitioners).includes(call.body.practitioner),
  );
  return [...known, ...added.map(({ body }) => text(body.practitioner) ?? '')];
}

const same = (one: unknown, other: string | undefined): boolean =>
  (text(one) ?? '').trim().toLowerCase() === (other ?? '').trim().toLowerCase();

/** The member whom all three keys of a body name. */
export function memberByKeys(facts: Facts, keys: unknown): Member | undefined {
  const { id, birthDate, lastName } = fields(keys);
  const member = facts.index.members.get(text(id) ?? '');
  return member?.birthDate === birthDate && same(lastName, member?.lastName) ? member : undefined;
}

const daysOf = (pack: DelegatePack) => workingDays(pack, pack.interpretations.default.holidays);

function draftOf(facts: Facts, call: Exchange): Draft {
  const member = memberByKeys(facts, call.body.member);
  const pack = delegatePackOf(facts.pack, member?.lineOfBusiness ?? '');
  const today = pack ? dateOf(daysOf(pack).zone.toLocal(call.at).day) : facts.dateAt(call.at);
  return { facts, call, member, pack, today, practitioners: practitionersOf(facts, call) };
}

const missing = ({ call }: Draft, path: string): boolean => (text(at(call.body, path)) ?? '').trim() === '';
const lists = ({ facts }: Draft) => delegateOf(facts).delegation;

/** The case of the caller’s own that a start names. */
function ownNamed(facts: Facts, { actor, body }: Exchange, entry: 'replaces' | 'alternativeOf') {
  const file = delegateOf(facts).cases.get(text(body[entry]) ?? '');
  return file?.user === actor ? file : undefined;
}

/** The last instant for a retrospective request, or null. */
const lastRetrospective = ({ call, pack }: Draft): number | null => {
  const start = text(call.body.treatmentStart);
  if (!pack || start === null || !call.body.retrospective) return null;
  const days = daysOf(pack);
  const noon = days.zone.toInstant(dayOf(start), 12 * 3_600_000);
  return limit(
    days,
    noon,
    pack.delegate.retrospectiveDays.value,
    'calendar-days',
    pack.interpretations.default,
  );
};

function legacyOf(draft: Draft) {
  const { call, member, today } = draft;
  const known = lists(draft)?.legacy.find(
    (one) => one.member === member?.id && one.cancerType === call.body.cancerType && one.until >= today,
  );
  if (!known) return null;
  const phases = itemsOf(at(call.body, 'plan.phases'));
  const fractions = phases.reduce((sum, one) => sum + Number(one.fractions ?? 0), 0);
  const unchanged = fractions === known.fractions && phases.every((one) => one.technique === known.technique);
  return { unchanged };
}

const outpatient = ({ call: { body } }: Draft): boolean =>
  body.setting === 'outpatient' && body.emergent === false;

/**
 * Whether a draft breaks a rule (true), keeps it (false), or has nothing to do with it (null). `null` for what a draft
 * is refused for by other rules.
 */
type Breaks = (draft: Draft) => boolean | null;

const BREAKS = {
  'account.provider.needed-before-case': ({ practitioners }) => practitioners.length === 0,
  'case.provider.select-from-account': ({ practitioners, call }) =>
    practitioners.length === 0 ? null : !practitioners.includes(text(call.body.practitioner) ?? ''),
  'case.plan.health-plan-then-address': (draft) => {
    const { body } = draft.call;
    const plan = lists(draft)?.plans.some(({ id }) => id === body.healthPlan);
    const practitioner = lists(draft)?.practitioners.find(({ id }) => id === body.practitioner);
    if (!practitioner) return null;
    return !(plan && practitioner.addresses.some(({ id }) => id === body.providerAddress));
  },
  'case.contact.required-fields': (draft) =>
    ['providerName', 'whoToContact', 'fax', 'phone'].some((name) => missing(draft, `contact.${name}`)),
  'case.member.lookup-must-succeed': ({ member }) => member === undefined,
  'scope.golive.service-date-from-2021-10-15': ({ pack, call }) =>
    pack ? (text(call.body.treatmentStart) ?? '') < pack.delegate.goLive.value : null,
  'scope.setting.er-observation-inpatient-exempt': (draft) => (outpatient(draft) ? null : true),
  'scope.transition.existing-auth-honoured': (draft) => (legacyOf(draft)?.unchanged ? true : null),
  'scope.request.by-cancer-type-not-codes': (draft) =>
    lists(draft)?.cancerTypes.every(({ code }) => code !== draft.call.body.cancerType) ?? null,
  'case.dx.primary-required-secondary-optional': ({ facts, call }) => {
    const known = (code: unknown): boolean => facts.world.diagnoses.some((one) => one.code === code);
    const { primaryDiagnosis, secondaryDiagnosis } = call.body;
    return !known(primaryDiagnosis) || (secondaryDiagnosis !== undefined && !known(secondaryDiagnosis));
  },
  'case.site.must-select-specific-site': (draft) =>
    lists(draft)?.sites.every(({ id }) => id !== draft.call.body.site) ?? null,
  'case.program.list-of-nine': (draft) => (missing(draft, 'program') ? true : null),
  'retro.window.180-calendar-days': (draft) => {
    const last = lastRetrospective(draft);
    return last === null ? null : draft.call.at > last;
  },
  'retro.before-claim': ({ call }) =>
    call.body.retrospective ? at(call.body, 'retrospective.claimSubmitted') === true : null,
  'altrec.accept.before-treatment-start': ({ facts, call, today }) => {
    const denied = ownNamed(facts, call, 'alternativeOf');
    const offered = denied && determinationsBefore(denied, call.seq).at(-1)?.told.alternative;
    return denied && offered ? today > (text(buildAt(denied, call.seq).treatmentStart) ?? '') : null;
  },
} satisfies Readonly<Partial<Record<RuleId, Breaks>>>;

/** The rules that a draft can break by what it says. */
type EntryRule = keyof typeof BREAKS;

/** What stands in the way of a draft that no rule of the table speaks of. */
function otherwise(draft: Draft): boolean {
  const { call, facts, pack, today } = draft;
  const email = text(at(call.body, 'contact.email'));
  const replaced = call.body.replaces;
  const file = ownNamed(facts, call, 'replaces');
  return (
    draft.member === undefined ||
    !pack ||
    today < pack.delegate.goLive.value ||
    (email !== null && !/^\S+@\S+\.\S+$/.test(email)) ||
    (replaced !== undefined && (!file || stateBefore(file, call.seq, call.at) !== 'approved')) ||
    (call.body.alternativeOf !== undefined && BREAKS['altrec.accept.before-treatment-start'](draft) === null)
  );
}

const isStart = (facts: Facts, { op, actor, status }: Exchange): boolean =>
  op === 'start-case' && isPractice(facts, actor) && status !== 401;

const brokenBy = (draft: Draft): RuleId[] =>
  rowsOf<Breaks>(BREAKS)
    .filter(([, breaks]) => breaks(draft) === true)
    .map(([rule]) => rule);

/** A rule that a draft can break: one that does must be refused, and one that breaks none is taken. */
const entry =
  (rule: EntryRule, paths: readonly string[] = []) =>
  (call: Exchange, facts: Facts): Comparison | null => {
    if (!isStart(facts, call)) return null;
    const draft = draftOf(facts, call);
    const breaks = BREAKS[rule](draft);
    if (breaks === null) return null;
    if (breaks) {
      // Where several things are wrong, a refusal shows that one of them was seen.
      if (brokenBy(draft).length > 1) return null;
      return answered(call, REFUSED, brokenBy(draft));
    }
    if (done(call)) return answered(call, ACCEPTED, brokenBy(draft));
    const blamed = blamedBy(call);
    const here = paths.some((path) => blamed.some((own) => own === path || own.startsWith(`${path}.`)));
    if (!here || brokenBy(draft).length > 0 || otherwise(draft)) return null;
    return answered(call, ACCEPTED, brokenBy(draft));
  };

/** A rule by which a draft that breaks nothing may not be turned away with a code, unless `root` tells of another rule. */
const taken =
  (code: string, applies: (draft: Draft) => boolean, root: (draft: Draft) => RuleId | null = () => null) =>
  (call: Exchange, facts: Facts): Comparison | null => {
    const draft = isStart(facts, call) ? draftOf(facts, call) : null;
    if (
      !draft ||
      !applies(draft) ||
      brokenBy(draft).length > 0 ||
      (done(call) ? false : call.answer.code !== code)
    )
      return null;
    return { ...answered(call, ACCEPTED, brokenBy(draft)), causedBy: () => root(draft) };
  };

const LONG_AFTER = 30;
const after = (date: string, other: string): number => dayOf(date) - dayOf(other);

/** What a case must hold before it is one. Training, Initiating a Case to Site Selection; Health Partners Plans Prior Authorization Services. */
export const starts = delegateCallChecks({
  'account.provider.needed-before-case': entry('account.provider.needed-before-case'),
  'case.provider.select-from-account': entry('case.provider.select-from-account', ['practitioner']),
  'case.plan.health-plan-then-address': entry('case.plan.health-plan-then-address', [
    'healthPlan',
    'providerAddress',
  ]),
  'case.contact.required-fields': entry('case.contact.required-fields', ['contact']),
  'case.member.lookup-must-succeed': entry('case.member.lookup-must-succeed'),
  'scope.golive.service-date-from-2021-10-15': (call, facts) =>
    entry('scope.golive.service-date-from-2021-10-15', [])(call, facts) ??
    taken(
      'not-managed',
      ({ pack, call: own, today }) => {
        if (pack === null) return false;
        const goLive = pack.delegate.goLive.value;
        const days = after(text(own.body.treatmentStart) ?? '', goLive);
        return days >= 0 && days <= LONG_AFTER && after(today, goLive) > LONG_AFTER;
      },
      lineNotManaged,
    )(call, facts),
  'scope.golive.accept-from-2021-10-15': taken(
    'not-managed',
    ({ pack, today, call }) =>
      pack !== null &&
      today >= pack.delegate.goLive.value &&
      after(today, pack.delegate.goLive.value) <= LONG_AFTER &&
      after(text(call.body.treatmentStart) ?? today, pack.delegate.goLive.value) > LONG_AFTER,
    lineNotManaged,
  ),
  'scope.lob.medicare-and-medicaid': taken(
    'not-managed',
    ({ pack, today, call }) =>
      pack !== null &&
      after(today, pack.delegate.goLive.value) > LONG_AFTER &&
      after(text(call.body.treatmentStart) ?? today, pack.delegate.goLive.value) > LONG_AFTER,
  ),
  'scope.setting.outpatient-elective-only': taken(
    'not-required',
    (draft) => outpatient(draft) && legacyOf(draft) === null,
  ),
  'scope.setting.er-observation-inpatient-exempt': (call, facts) =>
    notRequired(entry('scope.setting.er-observation-inpatient-exempt')(call, facts)),
  'scope.transition.existing-auth-honoured': (call, facts) =>
    notRequired(entry('scope.transition.existing-auth-honoured')(call, facts)),
  'scope.transition.changed-treatment-needs-new': taken(
    'not-required',
    (draft) => legacyOf(draft)?.unchanged === false,
  ),
  'scope.request.by-cancer-type-not-codes': entry('scope.request.by-cancer-type-not-codes', ['cancerType']),
  'case.dx.primary-required-secondary-optional': entry('case.dx.primary-required-secondary-optional', [
    'primaryDiagnosis',
    'secondaryDiagnosis',
  ]),
  'case.site.must-select-specific-site': entry('case.site.must-select-specific-site', ['site']),
  'retro.window.180-calendar-days': entry('retro.window.180-calendar-days', ['retrospective']),
  'retro.before-claim': entry('retro.before-claim'),
  'altrec.accept.before-treatment-start': entry('altrec.accept.before-treatment-start'),
  'case.program.list-of-nine': (call, facts) => {
    if (call.op !== 'list-programs') return entry('case.program.list-of-nine')(call, facts);
    if (!done(call)) return null;
    const programs = [...new Set(list(call.answer.programs))];
    return onCall(
      call,
      { programs: includes('radiation-therapy'), numberOfPrograms: 9 },
      { programs: asValue(programs), numberOfPrograms: programs.length },
    );
  },
  'scope.episode.simulation-through-last-fraction': (call, facts) => {
    const draft = isStart(facts, call) ? draftOf(facts, call) : null;
    if (!draft || typeof call.body.simulationDate !== 'string') return null;
    if (brokenBy(draft).length > 0 || otherwise(draft)) return null;
    return answered(call, ACCEPTED, brokenBy(draft));
  },
  'scope.request.by-treatment-start-date': (call) => {
    if (call.op !== 'start-case' || !done(call) || typeof call.body.simulationDate !== 'string') return null;
    return onCall(
      call,
      { dateOfService: asValue(call.body.treatmentStart) },
      { dateOfService: text(call.answer.dateOfService) },
      { given: { simulationDate: call.body.simulationDate } },
    );
  },
  'altrec.accept.medicaid-two-routes': (call, facts) => {
    const denied = ownNamed(facts, call, 'alternativeOf');
    const draft = isStart(facts, call) && denied?.line === 'medicaid' ? draftOf(facts, call) : null;
    if (!draft || BREAKS['altrec.accept.before-treatment-start'](draft) !== false) return null;
    if (brokenBy(draft).length > 0 || otherwise(draft)) return null;
    return answered(call, ACCEPTED, brokenBy(draft));
  },
});
