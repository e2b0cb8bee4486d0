import { birthDateOf, type Case } from '../case-build/cases.ts';
import { delegateStaff } from '../case-decision/delegate-staff.ts';
import type { Pen } from '../pen.ts';
import { slotAhead, slotName, slotOf } from './slots.ts';

export const caseLine = ({ name, member }: Case) => ({
  caseNumber: `\${case.${name}}`,
  birthDate: birthDateOf(member),
});

const PREFERENCES = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  blocks: [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  timeZone: 'America/New_York',
};

export function preferences(pen: Pen): Record<string, unknown> {
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

/** Asks that a talk be moved to another slot. */
export const movePeerToPeer = (pen: Pen, by: string, talk: string, slot: string): void =>
  pen.act(by, 'reschedule-peer-to-peer', { use: 'offer', path: { id: `\${case.${talk}}` }, with: { slot } });

/** Takes back a talk, with a reason or none. */
export const cancelPeerToPeer = (pen: Pen, by: string, talk: string, reason: string): void =>
  pen.act(by, 'cancel-peer-to-peer', { path: { id: `\${case.${talk}}` }, with: { reason } });

/** Moves a talk to another slot, or drops it, and now and then wants it back. */
function change(pen: Pen, by: string, talk: string): void {
  if (pen.draws.chance(0.6)) {
    movePeerToPeer(pen, by, talk, slotAhead(pen).name);
    return;
  }
  cancelPeerToPeer(pen, by, talk, 'The doctor is away.');
  if (!pen.draws.chance(0.4)) return;
  pen.minutes(1, 30);
  movePeerToPeer(pen, by, talk, slotAhead(pen).name);
}

/** Asks for slots, takes one, and perhaps moves or drops it; the physician calls, and records what came of it. */
export function holdPeerToPeer(
  pen: Pen,
  own: Case,
  cases: readonly object[],
  talk: string,
  week: string,
): void {
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
      () => movePeerToPeer(pen, by, talk, slotName(pen, week)),
      () => cancelPeerToPeer(pen, by, talk, pick(['The doctor is away.', ' '])),
      () => delegateStaff(pen, own),
    ])();
  }
  if (!draws.chance(0.65)) return;
  pen.now = Math.max(pen.now, slot.at + pick([-60_000, 0, 60_000, 14 * 60_000]));
  if (draws.chance(0.15)) change(pen, by, talk);
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
