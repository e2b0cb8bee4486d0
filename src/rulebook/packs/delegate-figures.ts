import type { DelegateFigures, Figure, FigureValue } from '../figures.ts';
import type { RuleId } from '../rule-ids.ts';

const TRAINING = 'Radiation Oncology Portal Migration Training';
/** The day on which the delegate’s portal took over. Training, Go-Live. */
const GO_LIVE = '2021-10-15';

const stated = <V extends FigureValue>(
  value: V,
  unit: string,
  rules: readonly [RuleId, ...RuleId[]],
  heading: string,
): Figure<V> => ({ value, unit, from: GO_LIVE, rules, basis: 'stated', cite: `${TRAINING}: ${heading}` });

const DECISION = 'Post-Decision Options';
const PEER = 'How to Schedule a Peer to Peer Request';

const common: Omit<DelegateFigures, 'reconsideration' | 'preDecision'> = {
  goLive: stated(
    GO_LIVE,
    'local date',
    ['scope.golive.accept-from-2021-10-15', 'scope.golive.service-date-from-2021-10-15'],
    'Go-Live',
  ),
  saveBusinessDays: stated(
    2,
    'business days',
    ['case.save.2-business-days'],
    'Proceed to Clinical Information – Example of Questions',
  ),
  informationBusinessDays: stated(
    2,
    'business days',
    ['clinical.info-request.fax-within-2-business-days'],
    'Next Step: Criteria Not Met',
  ),
  maxDocuments: stated(5, 'documents', ['case.upload.max-five-documents'], 'Standard or Urgent Request?'),
  documentTypes: stated(
    ['doc', 'docx', 'pdf'],
    'endings of file names',
    ['case.upload.allowed-types'],
    'Standard or Urgent Request?',
  ),
  talkDays: {
    ...stated(180, 'days after the determination', ['p2p.eligibility.valid-until-180-days'], PEER),
    basis: 'observed',
  },
  appealDays: stated(60, 'days after the determination', ['appeal.60-calendar-days'], DECISION),
  retrospectiveDays: stated(
    180,
    'days after the service',
    ['retro.window.180-calendar-days'],
    'Radiation Oncology - Special Circumstances Cont.',
  ),
  authorizationDays: {
    ...stated(180, 'days after the review', ['decision.expiration.180-days-from-review'], 'Criteria Met'),
    basis: 'observed',
  },
  slotMinutes: stated(15, 'minutes', ['p2p.slots.fifteen-minute-grid'], PEER),
  blocks: stated(
    { first: 7, last: 18 },
    'hours at which the first and the last block begin',
    ['p2p.availability.twelve-hour-blocks'],
    PEER,
  ),
  maxCases: {
    ...stated(5, 'cases in one discussion', ['p2p.request.add-another-case'], PEER),
    basis: 'chosen',
  },
  outcomeBusinessDays: {
    ...stated(1, 'business days after the discussion', ['p2p.outcome.recorded'], PEER),
    basis: 'chosen',
  },
};

/** Medicaid members. Training, Post-Decision Options: Medicaid Members. */
export const MEDICAID_DELEGATE: DelegateFigures = {
  ...common,
  reconsideration: stated(
    { businessDays: 2, perCase: 1 },
    'business days after the determination, times for each case',
    ['postdecision.medicaid.recon-2bd', 'postdecision.medicaid.after-window-consultative'],
    `${DECISION}: Medicaid Members`,
  ),
  preDecision: stated(
    false,
    'whether',
    ['predecision.medicare.notify-before-denial'],
    `${DECISION}: Medicaid Members`,
  ),
};

/** Medicare members. Training, Pre-Decision and Post-Decision Options: Medicare Members. */
export const MEDICARE_DELEGATE: DelegateFigures = {
  ...common,
  reconsideration: null,
  preDecision: stated(
    true,
    'whether',
    ['predecision.medicare.notify-before-denial'],
    'Pre-Decision Options: Medicare Members',
  ),
};
