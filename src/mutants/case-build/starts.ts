import type { Parts } from '../../reference-impl/index.ts';
import { changingAnswers, replacingAnswers } from '../makers/answers.ts';
import { bodyOf } from '../makers/delegate.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import { type Mutant, replacingParts } from '../mutant.ts';

const refusal = (code: 'not-required' | 'not-managed' | 'invalid') => ({
  refused: true as const,
  code,
  detail: 'This case is not taken.',
});

const withoutCheck = () => () => null;

type Start = Parameters<Parts['delegate']['startMember']>[0];

/** Whether the name given is that of the member. */
const isNamed = ({ state, build: { member } }: Start): boolean =>
  state.members.get(member.id)?.lastName === member.lastName;

/** Faults in what a case needs to be started. */
export const starts: readonly Mutant[] = [
  replacingParts({
    id: 'case-without-practitioner',
    breaks: 'account.provider.needed-before-case',
    summary: 'Practitioners can be added once the case is there.',
    replace: ({ delegate }) => ({
      delegate: {
        ...delegate,
        startPractitioner: () => null,
        startOwnPractitioner: (context) =>
          context.account.practitioners.length === 0 ? null : delegate.startOwnPractitioner(context),
      },
    }),
  }),
  changingDelegateGate({
    id: 'anybodys-practitioner',
    breaks: 'case.provider.select-from-account',
    summary: 'Whoever has an NPI can be named.',
    gate: 'startOwnPractitioner',
    change: (gate) => (context) => (context.account.practitioners.length === 0 ? gate(context) : null),
  }),
  changingDelegateGate({
    id: 'address-unread',
    breaks: 'case.plan.health-plan-then-address',
    summary: 'The address is printed and never looked at.',
    gate: 'startAddress',
    change: withoutCheck,
  }),
  replacingAnswers({
    id: 'nobody-to-contact',
    breaks: 'case.contact.required-fields',
    summary: 'Whom to contact is left to the office.',
    when: (context, { status }) => {
      const contact = (bodyOf(context).contact ?? {}) as Record<string, unknown>;
      return context.operation === 'start-case' && status === 400 && contact.whoToContact === undefined;
    },
    answer: () => ({ status: 201, body: { caseNumber: '9000000001', state: 'in-progress' } }),
  }),
  replacingParts({
    id: 'member-found-later',
    breaks: 'case.member.lookup-must-succeed',
    summary: 'Eligibility is looked up when the case is reviewed.',
    replace: ({ delegate }) => ({
      delegate: {
        ...delegate,
        startMember: () => null,
        startLine: (context) => (isNamed(context) ? delegate.startLine(context) : null),
        startDates: (context) => (isNamed(context) ? delegate.startDates(context) : null),
      },
    }),
  }),
  changingDelegateGate({
    id: 'medicaid-only',
    breaks: 'scope.lob.medicare-and-medicaid',
    summary: 'The second contract was never loaded.',
    gate: 'startLine',
    change: (gate) => (context) =>
      context.state.members.get(context.build.member.id)?.lineOfBusiness === 'medicare'
        ? refusal('not-managed')
        : gate(context),
  }),
  changingDelegateGate({
    id: 'live-a-day-late',
    breaks: 'scope.golive.accept-from-2021-10-15',
    summary: 'The switch is thrown at the end of the first day.',
    gate: 'startDates',
    change: (gate) => (context) =>
      context.now < Date.parse('2021-10-16T04:00:00Z') ? refusal('not-managed') : gate(context),
  }),
  changingDelegateGate({
    id: 'earlier-treatment-taken',
    breaks: 'scope.golive.service-date-from-2021-10-15',
    summary: 'Only the date of the request is compared.',
    gate: 'startDates',
    change: withoutCheck,
  }),
  changingDelegateGate({
    id: 'metastases-are-emergencies',
    breaks: 'scope.setting.outpatient-elective-only',
    summary: 'Some elective treatment is waved through as urgent.',
    gate: 'startSetting',
    change: (gate) => (context) =>
      context.build.cancerType === 'RCMETS' ? refusal('not-required') : gate(context),
  }),
  changingDelegateGate({
    id: 'inpatients-need-one-too',
    breaks: 'scope.setting.er-observation-inpatient-exempt',
    summary: 'The setting is asked for and not used.',
    gate: 'startSetting',
    change: withoutCheck,
  }),
  changingDelegateGate({
    id: 'legacy-forgotten',
    breaks: 'scope.transition.existing-auth-honoured',
    summary: 'What the old system authorized did not come along.',
    gate: 'startLegacy',
    change: withoutCheck,
  }),
  changingDelegateGate({
    id: 'fewer-fractions-covered',
    breaks: 'scope.transition.changed-treatment-needs-new',
    summary: 'Fewer fractions than authorized are taken to be covered.',
    gate: 'startLegacy',
    change: (gate) => (context) => {
      const { member, cancerType } = context.build;
      const known = context.state.world.delegation?.legacy.some(
        (one) => one.member === member.id && one.cancerType === cancerType,
      );
      return known ? refusal('not-required') : gate(context);
    },
  }),
  changingDelegateGate({
    id: 'simulation-asked-for-apart',
    breaks: 'scope.episode.simulation-through-last-fraction',
    summary: 'The visit for simulation wants a case of its own.',
    gate: 'startSetting',
    change: (gate) => (context) => (context.build.simulationDate ? refusal('invalid') : gate(context)),
  }),
  changingDelegateGate({
    id: 'type-unread',
    breaks: 'scope.request.by-cancer-type-not-codes',
    summary: 'The reviewer will see what is treated.',
    gate: 'startType',
    change: withoutCheck,
  }),
  changingAnswers({
    id: 'service-on-the-day-of-simulation',
    breaks: 'scope.request.by-treatment-start-date',
    summary: 'The first visit is taken for the start of treatment.',
    operations: ['start-case'],
    change: (body, context) => {
      const { simulationDate } = bodyOf(context);
      if (typeof simulationDate === 'string') body.dateOfService = simulationDate;
    },
  }),
  changingAnswers({
    id: 'eight-programs',
    breaks: 'case.program.list-of-nine',
    summary: 'A program was forgotten.',
    operations: ['list-programs'],
    change: (body) => {
      body.programs = (body.programs as string[]).filter((one) => one !== 'sleep');
    },
  }),
  changingDelegateGate({
    id: 'diagnosis-unread',
    breaks: 'case.dx.primary-required-secondary-optional',
    summary: 'The diagnosis is free text.',
    gate: 'startDiagnosis',
    change: withoutCheck,
  }),
  changingDelegateGate({
    id: 'any-site',
    breaks: 'case.site.must-select-specific-site',
    summary: 'The site can be named later.',
    gate: 'startSite',
    change: withoutCheck,
  }),
  changingDelegateGate({
    id: 'a-day-more-after-the-service',
    breaks: 'retro.window.180-calendar-days',
    summary: 'The day of the service is not counted.',
    gate: 'windowRetrospective',
    change: (window) => (treatmentStart, pack) => window(treatmentStart, pack) + DAY_MS,
  }),
  changingDelegateGate({
    id: 'claim-may-be-there',
    breaks: 'retro.before-claim',
    summary: 'Nobody looks whether a claim was sent.',
    gate: 'startClaim',
    change: withoutCheck,
  }),
  changingDelegateGate({
    id: 'alternative-at-any-time',
    breaks: 'altrec.accept.before-treatment-start',
    summary: 'An alternative can be taken up during treatment.',
    gate: 'startAlternative',
    change: withoutCheck,
  }),
  changingDelegateGate({
    id: 'alternative-by-reconsideration-only',
    breaks: 'altrec.accept.medicaid-two-routes',
    summary: 'A new case for an alternative is turned away.',
    gate: 'startAlternative',
    change: (gate) => (context) => (context.build.alternativeOf ? refusal('invalid') : gate(context)),
  }),
];
