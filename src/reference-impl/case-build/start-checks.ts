import type { CaseBuild, Delegation, Member } from '../../contract/index.ts';
import { delegatePackOf, type Pack } from '../../rulebook/index.ts';
import { fieldError, type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import {
  type CaseFileState,
  delegationOf,
  lastDetermination,
  type PracticeAccount,
  stateOf,
} from '../delegate/state.ts';
import { type DelegateWindows, dateOf } from '../delegate/windows.ts';

/** What a check of a case that is being started looks at. */
export type StartContext = {
  readonly state: PortalState;
  readonly account: PracticeAccount;
  readonly build: CaseBuild;
  readonly now: number;
  readonly pack: Pack;
  readonly windows: DelegateWindows;
};
export type StartCheck = (context: StartContext) => Refusal | null;

const wrong = (path: string, code: Parameters<typeof fieldError>[1], detail: string): Refusal =>
  refuse('invalid', 'The case was not started.', [fieldError(path, code, detail)]);

/** The member whom all three keys name; the name is compared without regard to case and surrounding blanks. */
export function memberOf(
  state: PortalState,
  { id, birthDate, lastName }: CaseBuild['member'],
): Member | undefined {
  const member = state.members.get(id);
  const same = member?.lastName.trim().toLowerCase() === lastName.trim().toLowerCase();
  return same && member?.birthDate === birthDate ? member : undefined;
}

const practitionerOf = (state: PortalState, { practitioner }: CaseBuild) =>
  delegationOf(state).practitioners.find(({ id }) => id === practitioner);

/** The delegate’s pack for the member of a case. */
const packFor = ({ state, build, pack }: StartContext) =>
  delegatePackOf(pack, memberOf(state, build.member)?.lineOfBusiness ?? '');

const caseIn = (state: PortalState, id: string | undefined): CaseFileState | undefined =>
  id === undefined ? undefined : state.delegate.cases.get(id);

const isLegacy = (delegation: Delegation, build: CaseBuild, today: string) =>
  delegation.legacy.find(
    (one) => one.member === build.member.id && one.cancerType === build.cancerType && one.until >= today,
  );

/** What stands in the way of a case, asked in this order. Training, Initiating a Case and the screens after it. */
export const START_CHECKS = {
  startPractitioner: ({ account }) =>
    account.practitioners.length > 0
      ? null
      : refuse('forbidden', 'Add a practitioner to your account before you start a case.'),
  startOwnPractitioner: ({ account, build }) =>
    account.practitioners.includes(build.practitioner)
      ? null
      : wrong('practitioner', 'unknown', 'choose a practitioner of your account'),
  startPlan: ({ state, build }) =>
    delegationOf(state).plans.some(({ id }) => id === build.healthPlan)
      ? null
      : wrong('healthPlan', 'unknown', 'choose a health plan of the list'),
  startAddress: ({ state, build }) =>
    practitionerOf(state, build)?.addresses.some(({ id }) => id === build.providerAddress)
      ? null
      : wrong('providerAddress', 'unknown', 'choose an address of the practitioner'),
  startContact: ({ build }) =>
    build.contact.email === undefined || /^\S+@\S+\.\S+$/.test(build.contact.email)
      ? null
      : wrong('contact.email', 'format', 'give an address for mail, or none'),
  startMember: ({ state, build }) =>
    memberOf(state, build.member)
      ? null
      : wrong('member', 'unknown', 'the id, the birth date and the last name must be those of one member'),
  startLine: (context) =>
    packFor(context)
      ? null
      : refuse('not-managed', 'Radiation therapy of this line of business is not managed here.'),
  startDates: (context) => {
    const pack = packFor(context);
    if (!pack) return null;
    const goLive = pack.delegate.goLive.value;
    if (dateOf(pack, context.now) < goLive)
      return refuse('not-managed', `Requests are taken from ${goLive} on.`);
    return context.build.treatmentStart >= goLive
      ? null
      : refuse('not-managed', `Treatment that began before ${goLive} is not managed here.`);
  },
  startSetting: ({ build }) =>
    build.setting === 'outpatient' && !build.emergent
      ? null
      : refuse('not-required', 'No authorization is required in this setting.'),
  startLegacy: ({ state, build, now, pack }) => {
    const known = isLegacy(delegationOf(state), build, dateOf(pack, now));
    const fractions = build.plan.phases.reduce((sum, one) => sum + one.fractions, 0);
    const same =
      known?.fractions === fractions && build.plan.phases.every((one) => one.technique === known.technique);
    return same
      ? refuse('not-required', 'The authorization that the provider holds still covers this.')
      : null;
  },
  startType: ({ state, build }) =>
    delegationOf(state).cancerTypes.some(({ code }) => code === build.cancerType)
      ? null
      : wrong('cancerType', 'unknown', 'choose a type of cancer from the list'),
  startDiagnosis: ({ state, build }) => {
    const known = (code: string): boolean => state.world.diagnoses.some((one) => one.code === code);
    if (!known(build.primaryDiagnosis)) return wrong('primaryDiagnosis', 'unknown', 'choose a diagnosis');
    return build.secondaryDiagnosis === undefined || known(build.secondaryDiagnosis)
      ? null
      : wrong('secondaryDiagnosis', 'unknown', 'choose a diagnosis, or none');
  },
  startSite: ({ state, build }) =>
    delegationOf(state).sites.some(({ id }) => id === build.site)
      ? null
      : wrong('site', 'unknown', 'choose one site of the list'),
  startRetrospective: (context) => {
    const pack = packFor(context);
    if (!pack || !context.build.retrospective) return null;
    const until = context.windows.retrospective(context.build.treatmentStart, pack);
    return context.now <= until
      ? null
      : wrong(
          'retrospective',
          'out-of-range',
          `ask within ${pack.delegate.retrospectiveDays.value} days of the service`,
        );
  },
  startClaim: ({ build }) =>
    build.retrospective?.claimSubmitted
      ? wrong('retrospective.claimSubmitted', 'order', 'ask before the claim is submitted')
      : null,
  startReplaces: ({ state, account, build }) => {
    if (build.replaces === undefined) return null;
    const file = caseIn(state, build.replaces);
    const fits = file?.user === account.id && stateOf(file, false) === 'approved';
    return fits ? null : wrong('replaces', 'unknown', 'name an approved case of your own');
  },
  startAlternative: ({ state, account, build, now, pack }) => {
    if (build.alternativeOf === undefined) return null;
    const file = caseIn(state, build.alternativeOf);
    if (file?.user !== account.id || !lastDetermination(file)?.alternative)
      return wrong('alternativeOf', 'unknown', 'name a case of your own with an alternative recommendation');
    return dateOf(pack, now) <= file.build.treatmentStart
      ? null
      : wrong('alternativeOf', 'order', 'an alternative is accepted before treatment starts');
  },
} satisfies Record<string, StartCheck>;
