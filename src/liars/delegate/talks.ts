import type { DomainEvent, Parts, PortalState } from '../../reference-impl/index.ts';
import { atTheDoor, instead, problem, rowsOf } from '../door.ts';
import type { Liar } from '../liar.ts';
import { changing } from '../makers.ts';
import { bodyOf, DAY, numbered, withDelegate } from './makers.ts';

type Eligibility = ReturnType<Parts['delegate']['eligibility']>;
const NOTHING: Eligibility = {
  result: 'none',
  level: null,
  mayChangeDecision: false,
  validUntil: null,
  dueAt: null,
  reconsiderUntil: null,
};

const NO_TALK = { refused: true, code: 'invalid', detail: 'Choose another slot.' } as const;

type Fields = Record<string, unknown>;
const casesOf = (answer: unknown): Fields[] => rowsOf((answer ?? {}) as Fields, 'cases');
const choices = (context: Parameters<typeof bodyOf>[0]) =>
  (bodyOf(context).preferences ?? {}) as { days?: string[]; blocks?: number[]; timeZone?: string };

/** An empty offer where none should be made. */
const offered = (context: Parameters<typeof bodyOf>[0], reviewers: readonly string[] = []) => ({
  status: 200,
  body: {
    week: String(bodyOf(context).week ?? ''),
    timeZone: choices(context).timeZone ?? '',
    groups: reviewers.map((id) => ({ priority: 1, reviewer: { id, name: id }, slots: [] })),
    message: 'Nothing is free.',
  },
});

/** A talk that can change nothing ends with an approval, for one line of business. */
const changedAfterAll =
  (line: string) =>
  (event: DomainEvent, state: PortalState): DomainEvent | DomainEvent[] => {
    if (event.type !== 'consultation-outcome' || event.level !== 'consultative') return event;
    const file = state.delegate.cases.get(event.case);
    const last = file?.determinations.at(-1);
    if (!file || !last || file.line !== line) return event;
    const approved = file.build.plan.phases.map((one) => ({ ...one }));
    const on = { at: event.at, case: event.case };
    const told = {
      techniques: approved.map(({ technique }) => technique),
      fractions: approved.map(({ fractions }) => fractions),
    };
    const notices = file.notices
      .filter(({ about }) => about === 'determination')
      .map((notice) => ({ ...notice, ...on, ...told, type: 'case-notice-sent' as const }));
    return [
      { ...event, became: 'approved' },
      {
        ...last,
        ...on,
        type: 'case-determined',
        outcome: 'approved',
        approved,
        denied: [],
        rationale: '',
        alternative: null,
        by: 'physician',
        cause: 'consultation',
        appointment: event.appointment,
      },
      ...notices,
    ];
  };

/** Faults in whether a case may be discussed. */
export const eligibilityLiars: readonly Liar[] = [
  withDelegate(
    'talk-before-any-decision',
    'p2p.eligibility.system-decides',
    'A case under review can be discussed, whatever its line of business.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      return file.submittedAt !== null && file.determinations.length === 0 && file.line === 'medicaid'
        ? {
            ...found,
            result: 'eligible',
            level: 'pre-decision',
            mayChangeDecision: true,
            validUntil: now + DAY,
          }
        : found;
    },
  ),
  atTheDoor(
    'warning-for-everybody',
    'p2p.eligibility.clean-link-when-eligible',
    'A warning stands on every page, to be safe.',
    ['show-peer-to-peer'],
    (body) => {
      if (body.result === 'eligible') body.message = 'Please note that time is short.';
    },
  ),
  atTheDoor(
    'no-warning-at-all',
    'p2p.eligibility.consultative-only-when-exhausted',
    'A link is a link.',
    ['show-peer-to-peer', 'look-up-peer-cases'],
    (body) => {
      for (const one of [body, ...casesOf(body)]) if (one.result === 'consultative') one.message = null;
    },
  ),
  withDelegate(
    'no-talk-without-effect',
    'p2p.eligibility.request-consultative-allowed',
    'What can change nothing is not worth a physician’s time.',
    'talkTakes',
    (gate) => (levels, reviewer) =>
      levels.every((level) => level === 'consultative') ? NO_TALK : gate(levels, reviewer),
  ),
  changing(
    'explained-into-an-approval',
    'p2p.eligibility.consultative-never-changes',
    'A good talk is a good talk.',
    changedAfterAll('medicaid'),
  ),
  changing(
    'medicare-overturned-in-a-talk',
    'postdecision.medicare.consult-cannot-overturn',
    'A physician who is convinced approves.',
    changedAfterAll('medicare'),
  ),
  atTheDoor(
    'link-for-everybody',
    'p2p.eligibility.no-link-when-not-eligible',
    'The link is part of the page.',
    ['show-peer-to-peer'],
    (body) => {
      if (body.result === 'none') body.link = '/delegate/peer-to-peer';
    },
  ),
  atTheDoor(
    'no-status-of-the-talk',
    'p2p.eligibility.result-and-status-fields',
    'The calendar knows of the talk, the case does not.',
    ['show-peer-to-peer', 'look-up-peer-cases'],
    (body) => {
      for (const one of [body, ...casesOf(body)]) one.status = null;
    },
  ),
  withDelegate(
    'a-day-more-to-talk',
    'p2p.eligibility.valid-until-180-days',
    'The day of the determination is not counted, and the last one is.',
    'windowTalk',
    (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until + DAY;
    },
  ),
  atTheDoor(
    'banner-of-another-client',
    'p2p.eligibility.recon-banner',
    'The banner shows the end of the talk.',
    ['show-peer-to-peer', 'look-up-peer-cases'],
    (body) => {
      for (const one of [body, ...casesOf(body)])
        if (one.reconsiderationUntil) one.reconsiderationUntil = one.validUntil;
    },
  ),
  atTheDoor(
    'every-talk-may-change',
    'p2p.request.level-of-review',
    'The page promises what the talk cannot do.',
    ['show-peer-to-peer', 'look-up-peer-cases'],
    (body) => {
      for (const one of [body, ...casesOf(body)])
        if (one.result === 'consultative') one.mayChangeDecision = true;
    },
  ),
  withDelegate(
    'window-never-closes',
    'postdecision.medicaid.after-window-consultative',
    'A talk may overturn as long as there is one.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      return found.result === 'consultative' && file.line === 'medicaid' && file.reconsidered === 0
        ? { ...found, result: 'eligible', level: 'reconsideration', mayChangeDecision: true }
        : found;
    },
  ),
  withDelegate(
    'no-talk-after-a-medicare-denial',
    'postdecision.medicare.consult-allowed',
    'Nothing can change, so nothing is offered.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      const long = (found.validUntil ?? 0) - now > 2 * DAY;
      return found.result === 'consultative' && file.line === 'medicare' && long ? NOTHING : found;
    },
  ),
  withDelegate(
    'information-and-no-talk',
    'predecision.medicare.consult-instead',
    'Before a denial only papers count.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      return found.level === 'pre-decision' ? NOTHING : found;
    },
  ),
  withDelegate(
    'number-is-enough',
    'p2p.request.lookup-needs-matching-dob',
    'The birth date is asked for and not compared.',
    'talkBirthDate',
    () => () => true,
  ),
  atTheDoor(
    'system-not-named',
    'p2p.request.confirmation-fields',
    'Where the case comes from is thought to be plain.',
    ['look-up-peer-cases'],
    (body) => {
      for (const one of casesOf(body)) one.system = '';
    },
  ),
];

const SATURDAY_LABEL = (start: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZoneName: 'short',
  })
    .format(start)
    .replaceAll(/\s/gu, ' ');

/** Faults in preferences and slots. */
export const slotLiars: readonly Liar[] = [
  instead(
    'weekend-days-taken',
    'p2p.availability.days-mon-fri',
    'All seven days can be chosen.',
    (context, { status }) => {
      const weekend = choices(context).days?.some((day) => day === 'saturday' || day === 'sunday');
      return context.operation === 'offer-slots' && status === 400 && weekend === true;
    },
    (context) => offered(context),
  ),
  instead(
    'blocks-around-the-clock',
    'p2p.availability.twelve-hour-blocks',
    'Any hour can be chosen.',
    (context, { status }) => {
      const outside = choices(context).blocks?.some((block) => block < 7 || block > 18);
      return context.operation === 'offer-slots' && status === 400 && outside === true;
    },
    (context) => offered(context),
  ),
  instead(
    'nothing-chosen-is-everything',
    'p2p.availability.at-least-one',
    'Who chooses nothing is taken to mean everything.',
    (context, { status }) => {
      const { days = [''], blocks = [0] } = choices(context);
      return (
        context.operation === 'offer-slots' && status === 400 && (days.length === 0 || blocks.length === 0)
      );
    },
    (context) => offered(context, ['reviewer-east']),
  ),
  atTheDoor(
    'one-zone-for-all',
    'p2p.availability.timezone',
    'The page always says the zone of the plan.',
    ['offer-slots'],
    (body) => {
      body.timeZone = 'America/New_York';
    },
  ),
  withDelegate(
    'last-block-left-out',
    'p2p.availability.cross-product',
    'The last of the chosen hours is read as an end.',
    'slotFits',
    (gate) => (slot, preferences) =>
      gate(slot, {
        ...preferences,
        blocks: preferences.blocks.length > 1 ? preferences.blocks.slice(0, -1) : preferences.blocks,
      }),
  ),
  withDelegate(
    'hours-not-used',
    'p2p.slots.respect-preferences',
    'The days are filtered, the hours are not.',
    'slotFits',
    (gate) => (slot, preferences) =>
      gate(slot, { ...preferences, blocks: Array.from({ length: 24 }, (_, hour) => hour) }),
  ),
  atTheDoor(
    'ten-minutes-each',
    'p2p.slots.fifteen-minute-grid',
    'Talks are shortened to save time.',
    ['offer-slots'],
    (body) => {
      for (const slot of rowsOf(body, 'groups').flatMap((group) => rowsOf(group, 'slots')))
        slot.end = new Date(Date.parse(String(slot.end)) - 300_000).toISOString();
    },
  ),
  atTheDoor(
    'saturday-too',
    'p2p.slots.no-weekend',
    'A reviewer who works on Saturday is in the calendar.',
    ['offer-slots'],
    (body, context) => {
      const [group] = rowsOf(body, 'groups');
      const start = Date.parse(`${String(body.week)}T15:00:00Z`) + 5 * DAY;
      const { blocks = [], timeZone = '' } = choices(context);
      if (!group || blocks.length < 12 || timeZone !== 'America/New_York') return;
      if (start > (context.state?.now ?? 0) + 7 * DAY) return;
      const cases = casesOf(context.body).map(({ caseNumber }) => numbered(context, caseNumber)?.line);
      if (cases.includes('medicare')) return;
      rowsOf(group, 'slots').push({
        id: `saturday@${start}`,
        start: new Date(start).toISOString(),
        end: new Date(start + 900_000).toISOString(),
        label: SATURDAY_LABEL(start, timeZone),
      });
    },
  ),
  withDelegate(
    'lowest-priority-first',
    'p2p.slots.grouped-by-skill-priority',
    'The order of priority is the wrong way round.',
    'slotOrder',
    (order) => (one, other) => order(other, one),
  ),
  withDelegate(
    'any-reviewer',
    'p2p.slots.reviewers-qualified',
    'A physician is a physician.',
    'slotQualified',
    () => () => true,
  ),
  withDelegate(
    'yesterday-is-free',
    'p2p.slots.future-only',
    'The whole week is offered.',
    'slotFuture',
    () => () => true,
  ),
  withDelegate(
    'slots-without-end',
    'p2p.slots.not-after-valid-until',
    'Validity is looked at when a talk is asked for, not when it takes place.',
    'slotWithin',
    (gate) => (slot, until) => (until % 1000 === 999 ? true : gate(slot, until)),
  ),
  withDelegate(
    'due-date-is-a-day',
    'predecision.medicare.consult-must-occur-before-due',
    'The due moment is read as the end of its day.',
    'slotWithin',
    (gate) => (slot, until) => (until % 1000 === 0 ? slot.start <= until + DAY : gate(slot, until)),
  ),
  atTheDoor(
    'summer-time-all-year',
    'p2p.slots.zone-label',
    'The label of the zone never changes.',
    ['offer-slots'],
    (body) => {
      for (const slot of rowsOf(body, 'groups').flatMap((group) => rowsOf(group, 'slots')))
        slot.label = String(slot.label).replace(/ST$/, 'DT');
    },
  ),
  atTheDoor(
    'empty-week-says-nothing',
    'p2p.slots.empty-week',
    'An empty week is an empty page.',
    ['offer-slots'],
    (body) => {
      body.message = null;
    },
  ),
];

/** Faults in booking, changing and holding a talk. */
export const talkLiars: readonly Liar[] = [
  atTheDoor(
    'appointment-without-state',
    'p2p.scheduled.on-submit',
    'The summary shows what the calendar had before.',
    ['schedule-peer-to-peer'],
    (body) => {
      body.state = 'missed';
    },
  ),
  withDelegate(
    'first-priority-only',
    'p2p.slots.any-listed-selectable',
    'Who can take a slot of the first priority must.',
    'talkTakes',
    (gate) => (levels, reviewer) =>
      reviewer.priority > 1 && levels.some((level) => level !== 'consultative')
        ? NO_TALK
        : gate(levels, reviewer),
  ),
  changing(
    'asked-an-hour-ago',
    'p2p.request.time-is-submit',
    'A request counts from when the page was opened.',
    (event) =>
      event.type === 'consultation-scheduled' && event.revision === 1
        ? { ...event, requestedAt: event.requestedAt - 3_600_000 }
        : event,
  ),
  changing(
    'level-of-the-look-up',
    'p2p.scheduled.recheck-eligibility',
    'The level is the one that the page was opened with.',
    (event, { delegate }) => {
      if (event.type !== 'consultation-scheduled') return event;
      const cases = event.cases.map((one) => {
        const last = delegate.cases.get(one.caseNumber)?.determinations.at(-1);
        const fresh = last !== undefined && event.at - last.at < 900_000;
        const medicare = delegate.cases.get(one.caseNumber)?.line === 'medicare';
        return fresh && medicare ? { ...one, level: 'pre-decision' as const } : one;
      });
      return { ...event, cases };
    },
  ),
  withDelegate(
    'slot-sold-twice',
    'p2p.slots.no-double-booking',
    'Whoever comes second is sorted out by hand.',
    'slotFree',
    () => () => true,
  ),
  withDelegate(
    'same-case-twice',
    'p2p.request.no-duplicate-case',
    'Lines are not compared.',
    'talkDuplicate',
    () => () => null,
  ),
  withDelegate(
    'two-talks-about-one-case',
    'p2p.request.no-duplicate-case',
    'A second appointment is made like the first one.',
    'talkOnce',
    () => () => null,
  ),
  instead(
    'one-case-at-a-time',
    'p2p.request.add-another-case',
    'Each talk is about one case.',
    (context, { status }) =>
      context.operation === 'look-up-peer-cases' && status === 200 && casesOf(context.body).length > 1,
    () => problem(422, 'invalid', 'Look up one case at a time.'),
  ),
  instead(
    'nothing-to-discuss-and-offered',
    'p2p.request.each-case-needs-eligibility',
    'One case that can be discussed carries the other.',
    (context, { status, body }) =>
      context.operation === 'offer-slots' &&
      status === 422 &&
      (body as { code?: unknown } | null)?.code === 'not-eligible',
    (context) => offered(context),
  ),
  instead(
    'offer-without-a-case',
    'p2p.request.remove-case',
    'With every case removed the page goes on.',
    (context, { status }) =>
      context.operation === 'offer-slots' && status === 400 && casesOf(context.body).length === 0,
    (context) => offered(context),
  ),
  withDelegate(
    'zone-is-assumed',
    'p2p.request.first-login-timezone',
    'Everybody is thought to live where the plan is.',
    'zoneConfirmed',
    () => () => null,
  ),
  changing('location-lost', 'p2p.contact.fields', 'The calendar has no room for a location.', (event) => {
    if (event.type !== 'consultation-scheduled') return event;
    const { location: _location, ...contact } = event.contact;
    return { ...event, contact };
  }),
  withDelegate(
    'nobody-to-call',
    'p2p.contact.must-update-three',
    'The name is on file.',
    'talkContact',
    (gate) => (contact) =>
      gate({ ...contact, requestingProvider: contact.requestingProvider.trim() || 'on file' }),
  ),
  withDelegate(
    'nine-digits-will-do',
    'p2p.contact.phone-format',
    'A number is what somebody types.',
    'talkContact',
    (gate) => (contact) => (contact.requestingProvider.trim() === '' ? gate(contact) : null),
  ),
  atTheDoor(
    'offer-is-a-booking',
    'p2p.scheduled.only-after-submit',
    'A slot that was looked at is held for good.',
    ['list-peer-to-peer'],
    (body) => {
      const rows = rowsOf(body, 'appointments');
      if (rows.length === 0)
        rows.push({ id: 'talk-0', state: 'scheduled', actions: ['reschedule', 'cancel'] });
    },
  ),
  atTheDoor(
    'no-list-of-talks',
    'p2p.manage.my-requests-list',
    'Appointments are in the mail.',
    ['list-peer-to-peer'],
    (body) => {
      body.appointments = [];
    },
  ),
  atTheDoor(
    'no-actions',
    'p2p.manage.actions-menu',
    'Changes are made by phone.',
    ['list-peer-to-peer'],
    (body) => {
      for (const one of rowsOf(body, 'appointments')) one.actions = [];
    },
  ),
  changing(
    'move-without-a-trace',
    'p2p.manage.reschedule-same-choice',
    'A moved appointment looks like the first one.',
    (event) =>
      event.type === 'consultation-scheduled' && event.revision > 1
        ? { ...event, revision: event.revision - 1 }
        : event,
  ),
  withDelegate(
    'cancelled-without-a-reason',
    'p2p.manage.cancel-needs-reason',
    'The reason is optional.',
    'cancelReason',
    () => () => null,
  ),
  instead(
    'cancel-by-phone',
    'p2p.online.end-to-end',
    'Only a person can cancel.',
    ({ operation }, { status }) => operation === 'cancel-peer-to-peer' && status === 200,
    () => problem(403, 'forbidden', 'Call us to cancel.'),
  ),
  withDelegate(
    'cancelled-comes-back',
    'p2p.manage.cancel-frees-and-terminal',
    'A cancelled appointment can be moved.',
    'talkLive',
    (gate) => (talk) => (talk.state === 'cancelled' ? null : gate(talk)),
  ),
  withDelegate(
    'moved-while-it-runs',
    'p2p.manage.not-after-start',
    'An appointment can be changed on its day.',
    'talkNotStarted',
    () => () => null,
  ),
  withDelegate(
    'outcome-next-week',
    'p2p.outcome.recorded',
    'Outcomes are entered once a week.',
    'deskAt',
    (at) => (what, since) => at(what, since) + (what === 'outcome' ? 5 * DAY : 0),
  ),
];
