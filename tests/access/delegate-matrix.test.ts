import { describe, expect, it } from 'vitest';
import { OPERATIONS, type PortalOperationId } from '../../src/contract/index.ts';
import type { Parts } from '../../src/reference-impl/index.ts';
import type { Scenario } from '../../src/run/index.ts';
import { playScenarios, scenario } from '../play-scenario.ts';

type Step = Scenario['steps'][number];
type Row = { readonly op: PortalOperationId; readonly who: 'practice' | 'staff' | 'any' } & Partial<Step>;

const key = { caseNumber: `\${case.A}`, birthDate: `\${member.M8000001.birthDate}` };
const onTalk = { path: { id: `\${case.T}` } };
const file = { name: 'a.pdf', description: 'Notes', content: 'pdf:900' };

/** Every operation of the delegate that needs a session, with a call that its rightful user may make or be refused by the state alone. */
const ROWS: readonly Row[] = [
  { op: 'show-account', who: 'practice' },
  { op: 'find-practitioners', who: 'any', query: { npi: '1', state: 'MA', zip: '02110' } },
  { op: 'add-practitioner', who: 'practice', with: { practitioner: 'nobody' } },
  { op: 'set-time-zone', who: 'practice', with: { timeZone: 'America/New_York' } },
  { op: 'list-programs', who: 'any' },
  { op: 'list-cancer-types', who: 'any' },
  { op: 'find-case-member', who: 'any', query: { id: 'M1', birthDate: '1990-01-01', lastName: 'No' } },
  { op: 'find-treatment-sites', who: 'any', query: { zip: '02110' } },
  { op: 'start-case', who: 'practice', use: 'case', with: { cancerType: 'RCXXXX' } },
  { op: 'change-case', who: 'practice', case: 'A', with: { site: 'rt-salem' } },
  { op: 'pass-gate', who: 'practice', case: 'A' },
  { op: 'set-priority', who: 'practice', case: 'A', with: { routine: true } },
  { op: 'attach-case-document', who: 'practice', case: 'A', with: file },
  { op: 'answer-questions', who: 'practice', case: 'A', with: { page: 'none', answers: {} } },
  { op: 'choose-additional', who: 'practice', case: 'A', with: { choice: 'nothing' } },
  { op: 'save-case', who: 'practice', case: 'A' },
  { op: 'resume-case', who: 'practice', case: 'A' },
  { op: 'cancel-case', who: 'practice', case: 'A' },
  { op: 'submit-case', who: 'practice', case: 'A' },
  { op: 'list-cases-in-progress', who: 'any' },
  { op: 'list-cases', who: 'any' },
  { op: 'view-case', who: 'any', case: 'A' },
  { op: 'look-up-authorization', who: 'any', query: { caseNumber: `\${case.A}` } },
  { op: 'list-correspondence', who: 'any', case: 'A' },
  { op: 'update-case', who: 'staff', case: 'A', with: { site: 'rt-salem' } },
  { op: 'request-case-information', who: 'staff', case: 'A', with: { items: ['notes'] } },
  { op: 'decide-case', who: 'staff', case: 'A', use: 'denial' },
  { op: 'show-options', who: 'any', case: 'A' },
  { op: 'open-reconsideration', who: 'practice', case: 'A', with: { proceed: false } },
  { op: 'confirm-reconsideration', who: 'practice', case: 'A', with: { newInformation: false } },
  { op: 'submit-reconsideration', who: 'practice', case: 'A' },
  { op: 'file-case-appeal', who: 'practice', case: 'A' },
  { op: 'show-peer-to-peer', who: 'any', case: 'A' },
  { op: 'look-up-peer-cases', who: 'practice', with: { cases: [key] } },
  { op: 'offer-slots', who: 'practice', use: 'offer', with: { week: '2026-02-02', cases: [key] } },
  {
    op: 'schedule-peer-to-peer',
    who: 'practice',
    use: 'talk',
    with: { slot: 'none', cases: [key] },
  },
  { op: 'reschedule-peer-to-peer', who: 'practice', use: 'offer', with: { slot: 'none' }, ...onTalk },
  { op: 'cancel-peer-to-peer', who: 'practice', with: { reason: ' ' }, ...onTalk },
  { op: 'list-peer-to-peer', who: 'any' },
  { op: 'hold-peer-to-peer', who: 'staff', with: { reached: true }, ...onTalk },
  {
    op: 'record-peer-outcome',
    who: 'staff',
    with: { cases: [{ caseNumber: key.caseNumber, outcome: 'upheld' }] },
    ...onTalk,
  },
];

const at = (minute: number): string =>
  `2026-02-03T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00-05:00`;
const slot = `\${case.reviewer-east@2026-02-05T14:00Z}`;

/** A denied case with an appointment, and then one call after the other. */
function tryOut(rows: readonly Row[], actor: string): Scenario {
  const steps: Step[] = [
    { at: at(0), as: 'practice', do: 'start-case', case: 'A', use: 'case' },
    { at: at(1), as: 'practice', do: 'pass-gate', case: 'A' },
    { at: at(2), as: 'practice', do: 'set-priority', case: 'A', with: { routine: true } },
    { at: at(3), as: 'practice', do: 'submit-case', case: 'A' },
    { at: at(4), as: 'd-physician', do: 'decide-case', case: 'A', use: 'denial' },
    {
      at: at(5),
      as: 'practice',
      do: 'offer-slots',
      use: 'offer',
      with: { week: '2026-02-02', cases: [key] },
    },
    {
      at: at(6),
      as: 'practice',
      do: 'schedule-peer-to-peer',
      use: 'talk',
      name: 'T',
      with: { slot, cases: [key] },
    },
    ...rows.map(({ op, who: _who, ...row }, index) => ({ at: at(60 + index), as: actor, do: op, ...row })),
  ];
  const made = scenario('matrix/delegate', at(0), at(180), steps);
  return { ...made, pack: 'evicore-medicaid' };
}

const STRANGERS = ['practice-two', 'practice-new', 'practice-empty'];
const OUTSIDE = ['nobody', 'stranger', 'pcp', 'pcp-admin', 'nurse', 'physician', 'administrator'];
const STAFF = ['d-intake', 'd-nurse', 'd-physician'];
const ABOUT_ONE = (row: Row): boolean => row.case !== undefined || row.path !== undefined;
const LISTS = ['list-cases', 'list-cases-in-progress', 'look-up-authorization', 'list-peer-to-peer'];

/** What is wrong with an answer, or null. Who may do what is told by the row alone. */
function faultOf(row: Row, actor: string, status: number, body: string): string | null {
  const owner = actor === 'practice';
  const says = `${row.op} by ${actor}: ${status}`;
  if (OUTSIDE.includes(actor)) return status === 401 ? null : says;
  if (STAFF.includes(actor))
    return row.who === 'practice' ? (status === 403 ? null : says) : status === 401 ? says : null;
  if (!owner) {
    const about = ABOUT_ONE(row) || body.includes('"caseNumber":"3000000001"');
    const told = LISTS.includes(row.op) && /3000000001|talk-1/.test(body);
    if (told) return `${says}, and it tells of a stranger’s case`;
    return about && ![403, 404].includes(status) ? says : null;
  }
  return row.who === 'staff'
    ? status === 403
      ? null
      : says
    : [401, 403, 404].includes(status) && row.op !== 'find-case-member' && row.op !== 'add-practitioner'
      ? says
      : null;
}

/** Whoever may change nothing makes all calls in one scenario; the others make each in a scenario of its own. */
const QUIET = [...STRANGERS, ...OUTSIDE];

async function matrix(
  actors: readonly string[],
  change?: (parts: Parts) => Parts,
): Promise<{ cells: number; faults: string[] }> {
  const plays = actors.flatMap((actor) =>
    QUIET.includes(actor) ? [{ actor, rows: ROWS }] : ROWS.map((row) => ({ actor, rows: [row] })),
  );
  const outcomes = await playScenarios(
    plays.map(({ rows, actor }) => tryOut(rows, actor)),
    change,
  );
  const faults = outcomes.flatMap(({ history }, index) => {
    const { actor = '', rows = [] } = plays[index] ?? {};
    const told = (history?.records ?? []).filter(
      (record) =>
        record.kind === 'answered' && record.op !== 'sign-in' && Date.parse(record.at) >= Date.parse(at(60)),
    );
    if (told.length !== rows.length) return [`${actor}: ${told.length} answers to ${rows.length} calls`];
    return rows.flatMap((row, place) => {
      const record = told[place];
      if (record?.kind !== 'answered') return [];
      return faultOf(row, actor, record.status, JSON.stringify(record.body ?? null)) ?? [];
    });
  });
  return { cells: actors.length * ROWS.length, faults };
}

describe('the access matrix of the delegate', () => {
  it('tries every operation of the delegate that needs a session', () => {
    const needed = Object.entries(OPERATIONS)
      .filter(([, one]) => one.path.startsWith('/delegate/') && !('open' in one))
      .map(([id]) => id);
    expect(ROWS.map(({ op }) => op as string).sort()).toEqual(needed.sort());
  });

  it('has no leak and keeps nothing back', async () => {
    const { cells, faults } = await matrix(['practice', ...STAFF, ...QUIET]);
    expect(faults).toEqual([]);
    expect(cells).toBeGreaterThan(500);
  });

  it('finds a delegate at which every office sees every case', async () => {
    const open = (parts: Parts): Parts => ({
      ...parts,
      delegate: { ...parts.delegate, seeCase: () => true },
    });
    expect((await matrix(STRANGERS, open)).faults.length).toBeGreaterThan(0);
  });
});
