import { attach, birthDateOf, type Case } from './cases.ts';
import { known } from './known.ts';
import { DAY, type Pen } from './pen.ts';

export const line = ({ name, member }: Case) => ({
  caseNumber: `\${case.${name}}`,
  birthDate: birthDateOf(member),
});

/** The Monday of a day’s week. */
export function mondayOf(pen: Pen, days = 0): string {
  const { day } = pen.office.local(pen.now + days * DAY);
  return new Date((day - ((((day + 3) % 7) + 7) % 7)) * DAY).toISOString().slice(0, 10);
}

type Slot = { readonly name: string; readonly at: number };

const HOURS = [
  ['reviewer-east', 9],
  ['reviewer-east', 10],
  ['reviewer-west', 16],
  ['reviewer-west', 17],
  ['reviewer-west', 18],
] as const;

const slotOn = (pen: Pen, day: number): Slot => {
  const { draws } = pen;
  const [reviewer, hour] = draws.pick(HOURS);
  const at = pen.office.instant(day, (hour * 60 + draws.pick([0, 0, 0, 15, 30, 45])) * 60_000);
  return { name: `\${case.${reviewer}@${new Date(at).toISOString().slice(0, 16)}Z}`, at };
};

/** A slot by the name under which it is known once it was offered, and when it begins; one that was not offered is refused. */
const slotOf = (pen: Pen, week: string): Slot =>
  slotOn(pen, Math.round(Date.parse(`${week}T00:00:00Z`) / DAY) + pen.draws.below(5));

/** A slot of the days to come, and the week in which it is offered. */
function slotAhead(pen: Pen): Slot & { readonly week: string } {
  const { day } = pen.office.local(pen.now);
  const on = pen.draws.chance(0.25) ? day : pen.office.nextWorking(day + pen.draws.below(3), 'fed+ma');
  return { ...slotOn(pen, on), week: mondayOf(pen, on - day) };
}
const slotName = (pen: Pen, week: string): string => slotOf(pen, week).name;

const PREFERENCES = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  blocks: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  timeZone: 'America/New_York',
};
function preferences(pen: Pen): Record<string, unknown> {
  const { pick } = pen.draws;
  return pick<Record<string, unknown>>([
    {
      ...PREFERENCES,
      timeZone: pick(['America/Denver', 'America/Chicago', 'America/Los_Angeles', 'America/Phoenix']),
    },
    {
      ...PREFERENCES,
      days: pick([['monday', 'tuesday', 'wednesday', 'thursday'], ['saturday'], ['sunday', 'monday'], []]),
    },
    { ...PREFERENCES, blocks: pick([[9], [16, 18], [8], [13, 14], [6], [19, 9], []]) },
  ]);
}

/** The staff of the delegate as a story plays it: decides a case, or asks for more first. */
export function delegateStaff(pen: Pen, own: Case): void {
  const { draws } = pen;
  const { pick } = draws;
  const about = { case: own.name };
  const guideline = `guideline-${own.cancerType.slice(2).toLowerCase()}`;
  if (draws.chance(0.2)) {
    const dueAt = new Date(pen.now + draws.between(1, 90) * 3_600_000).toISOString();
    pen.act('d-physician', 'request-case-information', {
      ...about,
      use: 'pre-decision',
      with: { dueAt, ...(draws.chance(0.1) ? { written: false } : {}) },
    });
    pen.onward();
    if (draws.chance(0.4)) attach(pen, own.by, own.name);
    else if (draws.chance(0.3))
      pen.inject('case-fax', { case: `\${case.${own.name}}`, text: 'Clinical notes' }, about);
    pen.onward();
  }
  if (draws.chance(0.1))
    pen.act('d-intake', 'update-case', {
      ...about,
      with: pick([{ site: 'rt-salem' }, { fractions: 8 }, { technique: 'proton' }, { cancerType: 'RCBRAI' }]),
    });
  const kind = draws.weighted([
    [62, 'denial' as const],
    [28, 'approval' as const],
    [10, 'partial' as const],
  ]);
  const phases = [{ name: 'phase 1', technique: 'intensity-modulated', fractions: 10 }];
  const odd = draws.chance(0.15)
    ? pick<Record<string, unknown>>([
        { rationale: ' ' },
        { guideline: 'guideline-breast' },
        { coverageRule: 'lcd-proton-head-and-neck' },
        { coverageRule: 'ncd-proton-kidney' },
        { urgencyMet: false, necessityMet: true },
        { urgencyMet: true, necessityMet: true },
        { alternative: 'a simpler plan' },
        { imageGuidance: pick(['approved', 'denied']) },
      ])
    : {};
  const half =
    kind === 'partial'
      ? {
          outcome: 'partially-approved',
          approved: [{ ...phases[0], fractions: 5 }],
          denied: [{ ...phases[0], fractions: 5 }],
        }
      : {};
  pen.act(draws.chance(0.9) ? 'd-physician' : 'd-nurse', 'decide-case', {
    ...about,
    use: kind === 'approval' ? 'approval' : 'denial',
    with: {
      guideline,
      ...(own.cancerType === 'RCBREA' ? { alternative: 'a simpler plan' } : {}),
      ...half,
      ...odd,
    },
  });
}

/** What a practice asks about a case after it was sent: the case itself, its options, a talk, another look, a claim. */
export function afterCase(pen: Pen, own: Case, others: readonly Case[]): void {
  const { draws } = pen;
  const { pick } = draws;
  const { by, name } = own;
  const about = { case: name };
  const cases = draws.chance(0.8) || others.length === 0 ? [line(own)] : [line(own), line(pick(others))];
  const talk = `talk-${name}`;
  const week = mondayOf(pen, pick([0, 0, 0, 7]));
  draws.weighted<() => void>([
    [6, () => pen.act(pick([by, by, by, 'practice-two']), 'view-case', about)],
    [6, () => pen.act(by, 'show-options', about)],
    [9, () => pen.act(by, 'show-peer-to-peer', about)],
    [
      4,
      () =>
        pen.act(by, 'look-up-peer-cases', {
          with: {
            cases: draws.chance(0.75)
              ? cases
              : pick<object[]>([[], [...cases, ...cases], [{ ...cases[0], birthDate: '1931-01-01' }]]),
          },
        }),
    ],
    [
      6,
      () =>
        pen.act(by, 'offer-slots', {
          use: 'offer',
          with: {
            week,
            cases: draws.chance(0.95) ? cases : [],
            ...(draws.chance(0.25) ? { preferences: preferences(pen) } : {}),
          },
        }),
    ],
    [22, () => talkOver(pen, own, cases, talk, week)],
    [3, () => pen.act(pick([by, 'practice-two']), 'list-peer-to-peer')],
    [
      5,
      () =>
        pen.act(by, 'reschedule-peer-to-peer', {
          use: 'offer',
          path: { id: `\${case.${talk}}` },
          with: { slot: slotName(pen, week) },
        }),
    ],
    [
      4,
      () =>
        pen.act(pick([by, by, 'practice-two']), 'cancel-peer-to-peer', {
          path: { id: `\${case.${talk}}` },
          with: { reason: pick(['The doctor is away.', ' ']) },
        }),
    ],
    [12, () => again(pen, own)],
    [3, () => attach(pen, by, name)],
    [3, () => pen.act(by, 'file-case-appeal', about)],
    [
      4,
      () =>
        pen.act(pick([by, 'practice-two']), 'look-up-authorization', {
          query: pick<Record<string, string>>([
            {
              authorization: `\${case.${name}.authorization}`,
              npi: pick([known('practitioner.onc-boston.npi'), known('practitioner.onc-salem.npi')]),
            },
            {
              memberId: own.member,
              birthDate: birthDateOf(own.member),
              lastName: `\${member.${own.member}.lastName}`,
            },
          ]),
        }),
    ],
    [
      3,
      () =>
        pen.act(
          pick([by, 'practice-two']),
          'list-cases',
          draws.chance(0.5)
            ? {}
            : { query: pick<Record<string, string>>([{ caseNumber: `\${case.${name}}` }, { page: '2' }]) },
        ),
    ],
    [2, () => pen.act(by, 'list-correspondence', about)],
    [
      3,
      () =>
        pen.inject(
          'case-claim',
          {
            case: `\${case.${name}}`,
            techniques: [pick(['intensity-modulated', 'proton'])],
            fractions: 10,
            lastFraction: pen.date(pick([40, 180, 210])),
            spanNotice: draws.chance(0.5),
          },
          about,
        ),
    ],
    [
      4,
      () =>
        pen.act('d-intake', 'update-case', {
          ...about,
          with: pick([
            { site: 'rt-salem' },
            { fractions: 8 },
            { technique: 'proton' },
            { cancerType: 'RCBRAI' },
          ]),
        }),
    ],
    [3, () => delegateStaff(pen, own)],
  ])();
}

/** Moves a talk to another slot, or drops it. */
function move(pen: Pen, by: string, talk: string): void {
  const path = { id: `\${case.${talk}}` };
  if (pen.draws.chance(0.6))
    pen.act(by, 'reschedule-peer-to-peer', { use: 'offer', path, with: { slot: slotAhead(pen).name } });
  else {
    pen.act(by, 'cancel-peer-to-peer', { path, with: { reason: 'The doctor is away.' } });
    if (pen.draws.chance(0.4)) {
      pen.minutes(1, 30);
      pen.act(by, 'reschedule-peer-to-peer', { use: 'offer', path, with: { slot: slotAhead(pen).name } });
    }
  }
}

/** Asks for slots, takes one, and perhaps moves or drops it; the physician calls, and records what came of it. */
export function talkOver(pen: Pen, own: Case, cases: readonly object[], talk: string, week: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const { by, name } = own;
  const ahead = slotAhead(pen);
  // Now and then one talk for each case, at one time, which only one of them can have.
  const apart = cases.length > 1 && draws.chance(0.4);
  const slot = draws.chance(0.85) ? ahead : slotOf(pen, week);
  const wanted = draws.chance(0.3) ? { preferences: preferences(pen) } : {};
  if (draws.chance(0.15)) {
    pen.act(by, 'look-up-peer-cases', { with: { cases } });
    pen.onward();
  }
  pen.act(by, 'offer-slots', { use: 'offer', with: { week: ahead.week, cases, ...wanted } });
  pen.minutes(1, 20);
  const contact = draws.chance(0.12)
    ? pick<Record<string, unknown>>([
        { phone: '617-555-016' },
        { requestingProvider: ' ' },
        {
          contactPerson: 'Sam Front',
          location: 'Main Street',
          extension: '12',
          alternatePhone: '617-555-0165',
          alternateExtension: '3',
          email: 'desk@practice.example',
        },
      ])
    : {};
  pen.act(draws.chance(0.95) ? by : 'practice-two', 'schedule-peer-to-peer', {
    use: 'talk',
    name: talk,
    with: {
      slot: slot.name,
      cases: apart ? cases.slice(0, 1) : cases,
      ...(Object.keys(contact).length > 0 ? { contact } : {}),
      ...wanted,
    },
    ...(draws.chance(0.06) ? { without: [pick(['contact.phone', 'contact.instructions'])] } : {}),
  });
  if (apart || draws.chance(0.1))
    pen.act(pick([by, by, 'practice-two']), 'schedule-peer-to-peer', {
      use: 'talk',
      name: `${talk}-2`,
      with: { slot: slot.name, cases: cases.slice(-1) },
    });
  for (let left = draws.below(3); left > 0; left -= 1) {
    pen.minutes(5, 120);
    pick<() => void>([
      () => pen.act(by, 'list-peer-to-peer'),
      () => pen.act(by, 'show-peer-to-peer', { case: name }),
      () => pen.act(by, 'offer-slots', { use: 'offer', with: { week, cases } }),
      () =>
        pen.act(by, 'reschedule-peer-to-peer', {
          use: 'offer',
          path: { id: `\${case.${talk}}` },
          with: { slot: slotName(pen, week) },
        }),
      () =>
        pen.act(by, 'cancel-peer-to-peer', {
          path: { id: `\${case.${talk}}` },
          with: { reason: pick(['The doctor is away.', ' ']) },
        }),
      () => delegateStaff(pen, own),
    ])();
  }
  if (!draws.chance(0.65)) return;
  pen.now = Math.max(pen.now, slot.at + pick([-60_000, 0, 60_000, 14 * 60_000]));
  if (draws.chance(0.15)) move(pen, by, talk);
  pen.act('d-physician', 'hold-peer-to-peer', {
    path: { id: `\${case.${talk}}` },
    with: { reached: draws.chance(0.85) },
  });
  if (draws.chance(0.1)) pen.days(6, 8);
  else pen.minutes(5, 30);
  const phases = [{ name: 'phase 1', technique: 'intensity-modulated', fractions: 5 }];
  pen.act('d-physician', 'record-peer-outcome', {
    path: { id: `\${case.${talk}}` },
    with: {
      cases: (cases as { caseNumber: string }[]).map(({ caseNumber }) => ({
        caseNumber,
        ...pick<Record<string, unknown>>([
          { outcome: 'overturned' },
          { outcome: 'upheld' },
          { outcome: 'explained' },
          { outcome: pick(['approve', 'deny', 'information-needed']) },
          { outcome: 'partly-overturned', approved: phases, rationale: 'Fewer fractions suffice.' },
        ]),
      })),
    },
  });
}

/** Asks on the web that a denial be looked at again, step by step. */
export function again(pen: Pen, own: Case): void {
  const { draws } = pen;
  const { by, name } = own;
  const proceed = draws.chance(0.88);
  pen.act(by, 'open-reconsideration', { case: name, with: { proceed } });
  pen.minutes(1, 10);
  if (!proceed) {
    pen.act(by, 'show-peer-to-peer', { case: name });
    pen.minutes(1, 10);
  }
  if (draws.chance(0.6)) {
    if (draws.chance(0.8)) attach(pen, by, name);
    pen.minutes(1, 10);
    pen.act(by, 'confirm-reconsideration', { case: name, with: { newInformation: draws.chance(0.8) } });
    pen.minutes(1, 10);
  }
  if (draws.chance(0.9)) pen.act(by, 'submit-reconsideration', { case: name });
}
