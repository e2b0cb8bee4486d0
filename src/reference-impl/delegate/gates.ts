import { meetsCriteria, nextPage } from '../case-build/questionnaire.ts';
import { START_CHECKS, type StartCheck } from '../case-build/start-checks.ts';
import { DETERMINATION_CHECKS, type DeterminationCheck } from '../case-decision/determination-checks.ts';
import { eligibility } from '../peer-to-peer/eligibility.ts';
import { SLOT_GATES } from '../peer-to-peer/slots.ts';
import { CASE_CHECKS } from './case-checks.ts';
import { WINDOWS } from './windows.ts';

/** The replaceable parts of the delegate: its checks, its windows and its calendar. */
export type DelegateGates = typeof CASE_CHECKS &
  Record<keyof typeof START_CHECKS, StartCheck> &
  Record<keyof typeof DETERMINATION_CHECKS, DeterminationCheck> &
  typeof SLOT_GATES & {
    readonly windowFinish: typeof WINDOWS.finish;
    readonly windowReconsider: typeof WINDOWS.reconsider;
    readonly windowTalk: typeof WINDOWS.talk;
    readonly windowAppeal: typeof WINDOWS.appeal;
    readonly windowAuthorization: typeof WINDOWS.authorization;
    readonly windowRetrospective: typeof WINDOWS.retrospective;
    readonly eligibility: typeof eligibility;
    readonly meetsCriteria: typeof meetsCriteria;
    readonly nextPage: typeof nextPage;
    readonly deskAt: typeof deskAt;
  };

const HOUR = 3_600_000;
/** How long after its cause the desk does something, in hours. */
const PACE = {
  ask: 4,
  read: 1,
  announce: 2,
  decide: 20,
  urgent: 4,
  due: 1 / 60,
  reconsider: 20,
  outcome: 1 / 6,
} as const;

/** When (epoch ms) the desk does something that an instant gives cause to. */
const deskAt = (what: keyof typeof PACE, since: number): number => Math.round(since + PACE[what] * HOUR);

/** The delegate done right. */
export const DELEGATE_GATES: DelegateGates = {
  ...CASE_CHECKS,
  ...START_CHECKS,
  ...DETERMINATION_CHECKS,
  ...SLOT_GATES,
  windowFinish: WINDOWS.finish,
  windowReconsider: WINDOWS.reconsider,
  windowTalk: WINDOWS.talk,
  windowAppeal: WINDOWS.appeal,
  windowAuthorization: WINDOWS.authorization,
  windowRetrospective: WINDOWS.retrospective,
  eligibility,
  meetsCriteria,
  nextPage,
  deskAt,
};

/** The windows as a portal with these gates counts them. */
export const windowsOf = (gates: DelegateGates) => ({
  finish: gates.windowFinish,
  reconsider: gates.windowReconsider,
  talk: gates.windowTalk,
  appeal: gates.windowAppeal,
  authorization: gates.windowAuthorization,
  retrospective: gates.windowRetrospective,
});
export const START_ORDER = Object.keys(START_CHECKS) as (keyof typeof START_CHECKS)[];
export const DETERMINATION_ORDER = Object.keys(DETERMINATION_CHECKS) as (keyof typeof DETERMINATION_CHECKS)[];
