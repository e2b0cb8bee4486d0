import type { Parts } from '../../reference-impl/index.ts';
import { atTheDoor, instead, rowsOf } from '../door.ts';
import { faulty, type Mutant } from '../mutant.ts';
import { bodyOf, DAY, withDelegate } from './makers.ts';

const refused = (code: 'not-required' | 'not-managed' | 'invalid') => ({
  refused: true as const,
  code,
  detail: 'This case is not taken.',
});
const none = () => () => null;

type Start = Parameters<Parts['delegate']['startMember']>[0];
/** Whether the name given is that of the member. */
const isNamed = ({ state, build: { member } }: Start): boolean =>
  state.members.get(member.id)?.lastName === member.lastName;

/** Faults in what a case needs to be started, and in the lists that it is built from. */
export const delegateStartMutants: readonly Mutant[] = [
  faulty(
    'case-without-practitioner',
    'account.provider.needed-before-case',
    'Practitioners can be added once the case is there.',
    ({ delegate }) => ({
      delegate: {
        ...delegate,
        startPractitioner: () => null,
        startOwnPractitioner: (context) =>
          context.account.practitioners.length === 0 ? null : delegate.startOwnPractitioner(context),
      },
    }),
  ),
  withDelegate(
    'anybodys-practitioner',
    'case.provider.select-from-account',
    'Whoever has an NPI can be named.',
    'startOwnPractitioner',
    (gate) => (context) => (context.account.practitioners.length === 0 ? gate(context) : null),
  ),
  withDelegate(
    'address-unread',
    'case.plan.health-plan-then-address',
    'The address is printed and never looked at.',
    'startAddress',
    none,
  ),
  instead(
    'nobody-to-contact',
    'case.contact.required-fields',
    'Whom to contact is left to the office.',
    (context, { status }) => {
      const contact = (bodyOf(context).contact ?? {}) as Record<string, unknown>;
      return context.operation === 'start-case' && status === 400 && contact.whoToContact === undefined;
    },
    () => ({ status: 201, body: { caseNumber: '9000000001', state: 'in-progress' } }),
  ),
  instead(
    'name-not-compared',
    'case.member.lookup-three-keys',
    'Id and birth date are thought to be enough.',
    ({ operation, state, query }, { status }) =>
      operation === 'find-case-member' &&
      status === 404 &&
      state?.members.get(query.id ?? '')?.birthDate === query.birthDate,
    ({ state, query }) => {
      const member = state?.members.get(query.id ?? '');
      return {
        status: 200,
        body: {
          id: member?.id,
          firstName: member?.firstName,
          lastName: member?.lastName,
          birthDate: member?.birthDate,
          lineOfBusiness: member?.lineOfBusiness,
          eligible: true,
        },
      };
    },
  ),
  faulty(
    'member-found-later',
    'case.member.lookup-must-succeed',
    'Eligibility is looked up when the case is reviewed.',
    ({ delegate }) => ({
      delegate: {
        ...delegate,
        startMember: () => null,
        startLine: (context) => (isNamed(context) ? delegate.startLine(context) : null),
        startDates: (context) => (isNamed(context) ? delegate.startDates(context) : null),
      },
    }),
  ),
  withDelegate(
    'medicaid-only',
    'scope.lob.medicare-and-medicaid',
    'The second contract was never loaded.',
    'startLine',
    (gate) => (context) =>
      context.state.members.get(context.build.member.id)?.lineOfBusiness === 'medicare'
        ? refused('not-managed')
        : gate(context),
  ),
  withDelegate(
    'live-a-day-late',
    'scope.golive.accept-from-2021-10-15',
    'The switch is thrown at the end of the first day.',
    'startDates',
    (gate) => (context) =>
      context.now < Date.parse('2021-10-16T04:00:00Z') ? refused('not-managed') : gate(context),
  ),
  withDelegate(
    'earlier-treatment-taken',
    'scope.golive.service-date-from-2021-10-15',
    'Only the date of the request is compared.',
    'startDates',
    none,
  ),
  withDelegate(
    'metastases-are-emergencies',
    'scope.setting.outpatient-elective-only',
    'Some elective treatment is waved through as urgent.',
    'startSetting',
    (gate) => (context) => (context.build.cancerType === 'RCMETS' ? refused('not-required') : gate(context)),
  ),
  withDelegate(
    'inpatients-need-one-too',
    'scope.setting.er-observation-inpatient-exempt',
    'The setting is asked for and not used.',
    'startSetting',
    none,
  ),
  withDelegate(
    'legacy-forgotten',
    'scope.transition.existing-auth-honoured',
    'What the old system authorized did not come along.',
    'startLegacy',
    none,
  ),
  withDelegate(
    'fewer-fractions-covered',
    'scope.transition.changed-treatment-needs-new',
    'Fewer fractions than authorized are taken to be covered.',
    'startLegacy',
    (gate) => (context) => {
      const { member, cancerType } = context.build;
      const known = context.state.world.delegation?.legacy.some(
        (one) => one.member === member.id && one.cancerType === cancerType,
      );
      return known ? refused('not-required') : gate(context);
    },
  ),
  withDelegate(
    'simulation-asked-for-apart',
    'scope.episode.simulation-through-last-fraction',
    'The visit for simulation wants a case of its own.',
    'startSetting',
    (gate) => (context) => (context.build.simulationDate ? refused('invalid') : gate(context)),
  ),
  withDelegate(
    'type-unread',
    'scope.request.by-cancer-type-not-codes',
    'The reviewer will see what is treated.',
    'startType',
    none,
  ),
  atTheDoor(
    'no-other-cancer',
    'scope.request.other-and-noncancer-types-offered',
    'The list holds named types only.',
    ['list-cancer-types'],
    (body) => {
      body.cancerTypes = rowsOf(body, 'cancerTypes').filter(({ code }) => code !== 'RCOTHR');
    },
  ),
  atTheDoor(
    'short-list-of-types',
    'case.type.cancer-type-code-list',
    'The list is cut after its first screen.',
    ['list-cancer-types'],
    (body) => {
      const rows = rowsOf(body, 'cancerTypes');
      body.cancerTypes = [
        ...rows.slice(0, 12),
        ...rows.filter(({ code }) => /RC(NONC|OTHR)/.test(String(code))),
      ];
    },
  ),
  atTheDoor(
    'service-on-the-day-of-simulation',
    'scope.request.by-treatment-start-date',
    'The first visit is taken for the start of treatment.',
    ['start-case'],
    (body, context) => {
      const { simulationDate } = bodyOf(context);
      if (typeof simulationDate === 'string') body.dateOfService = simulationDate;
    },
  ),
  atTheDoor(
    'eight-programs',
    'case.program.list-of-nine',
    'A program was forgotten.',
    ['list-programs'],
    (body) => {
      body.programs = (body.programs as string[]).filter((one) => one !== 'sleep');
    },
  ),
  withDelegate(
    'diagnosis-unread',
    'case.dx.primary-required-secondary-optional',
    'The diagnosis is free text.',
    'startDiagnosis',
    none,
  ),
  withDelegate(
    'any-site',
    'case.site.must-select-specific-site',
    'The site can be named later.',
    'startSite',
    none,
  ),
  atTheDoor(
    'only-exact-names',
    'case.site.search-fields',
    'The mode of the search has no effect.',
    ['find-treatment-sites'],
    (body, { query }) => {
      if (query.match === 'starts-with')
        body.sites = rowsOf(body, 'sites').filter(({ name }) => name === query.name);
    },
  ),
  withDelegate(
    'a-day-more-after-the-service',
    'retro.window.180-calendar-days',
    'The day of the service is not counted.',
    'windowRetrospective',
    (window) => (treatmentStart, pack) => window(treatmentStart, pack) + DAY,
  ),
  withDelegate(
    'claim-may-be-there',
    'retro.before-claim',
    'Nobody looks whether a claim was sent.',
    'startClaim',
    none,
  ),
  withDelegate(
    'alternative-at-any-time',
    'altrec.accept.before-treatment-start',
    'An alternative can be taken up during treatment.',
    'startAlternative',
    none,
  ),
  withDelegate(
    'alternative-by-reconsideration-only',
    'altrec.accept.medicaid-two-routes',
    'A new case for an alternative is turned away.',
    'startAlternative',
    (gate) => (context) => (context.build.alternativeOf ? refused('invalid') : gate(context)),
  ),
];
