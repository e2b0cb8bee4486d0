import { changingAnswers, replacingAnswers, rowsOf } from '../makers/answers.ts';
import { CONFLICT } from '../makers/delegate.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in the form that a case is built with. */
export const caseForm: readonly Mutant[] = [
  replacingAnswers({
    id: 'name-not-compared',
    breaks: 'case.member.lookup-three-keys',
    summary: 'Id and birth date are thought to be enough.',
    when: ({ operation, state, query }, { status }) =>
      operation === 'find-case-member' &&
      status === 404 &&
      state?.members.get(query.id ?? '')?.birthDate === query.birthDate,
    answer: ({ state, query }) => {
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
  }),
  changingAnswers({
    id: 'no-other-cancer',
    breaks: 'scope.request.other-and-noncancer-types-offered',
    summary: 'The list holds named types only.',
    operations: ['list-cancer-types'],
    change: (body) => {
      body.cancerTypes = rowsOf(body, 'cancerTypes').filter(({ code }) => code !== 'RCOTHR');
    },
  }),
  changingAnswers({
    id: 'short-list-of-types',
    breaks: 'case.type.cancer-type-code-list',
    summary: 'The list is cut after its first screen.',
    operations: ['list-cancer-types'],
    change: (body) => {
      const rows = rowsOf(body, 'cancerTypes');
      body.cancerTypes = [
        ...rows.slice(0, 12),
        ...rows.filter(({ code }) => /RC(NONC|OTHR)/.test(String(code))),
      ];
    },
  }),
  changingAnswers({
    id: 'only-exact-names',
    breaks: 'case.site.search-fields',
    summary: 'The mode of the search has no effect.',
    operations: ['find-treatment-sites'],
    change: (body, { query }) => {
      if (query.match === 'starts-with')
        body.sites = rowsOf(body, 'sites').filter(({ name }) => name === query.name);
    },
  }),
  changingDelegateGate({
    id: 'site-may-still-change',
    breaks: 'case.lock.no-edit-after-clinical-gate',
    summary: 'The gate warns, and fixes the patient alone.',
    gate: 'gateLock',
    change: (gate) => (file, change) => ('site' in change ? null : gate(file, change)),
  }),
  changingDelegateGate({
    id: 'date-fixed-from-the-start',
    breaks: 'case.dos.changeable-before-lock',
    summary: 'The date of treatment is fixed once it is entered.',
    gate: 'gateLock',
    change: (gate) => (file, change) => ('treatmentStart' in change ? CONFLICT : gate(file, change)),
  }),
  changingAnswers({
    id: 'answers-not-kept',
    breaks: 'case.save.finish-later',
    summary: 'A saved case keeps its first pages only.',
    operations: ['resume-case'],
    change: (body) => {
      body.answers = {};
    },
  }),
  changingDelegateGate({
    id: 'three-business-days-to-finish',
    breaks: 'case.save.2-business-days',
    summary: 'The day of the start is not counted, and neither is the last one.',
    gate: 'windowFinish',
    change: (window) => (file, pack) => window(file, pack) + DAY_MS,
  }),
  changingDelegateGate({
    id: 'one-business-day-to-finish',
    breaks: 'case.save.2-business-days',
    summary: 'The day of the start is counted.',
    gate: 'windowFinish',
    change: (window) => (file, pack) => window(file, pack) - DAY_MS,
  }),
  changingDelegateGate({
    id: 'expired-is-resumed',
    breaks: 'case.save.expired-not-resumable',
    summary: 'Expiry is looked at when a case is sent, not when it is opened.',
    gate: 'openDraft',
    change: (gate) => (file, now, until) => (file.saved && now > until ? null : gate(file, now, until)),
  }),
];
