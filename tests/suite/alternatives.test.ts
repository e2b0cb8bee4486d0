import { describe, expect, it } from 'vitest';
import { loadScenarios } from '../../src/cli/shared/load-scenarios.ts';
import { scenarioFolder } from '../../src/cli/shared/ports.ts';
import type { Parts } from '../../src/reference-impl/index.ts';
import { findingWords } from '../../src/report/index.ts';
import type { Scenario } from '../../src/run/index.ts';
import { playScenarios, scenario } from '../play-scenario.ts';

type Steps = Scenario['steps'];

const START = '2026-02-03T08:00:00-05:00';
const at = (time: string, date = '2026-02-03'): string => `${date}T${time}:00-05:00`;
const day = (id: string, steps: Steps, until = at('18:00')): Scenario =>
  scenario(`alternatives/${id}`, START, until, steps);

const referral = (name: string, change: Record<string, unknown> = {}, time = '09:00'): Steps[number] => ({
  at: at(time),
  as: 'pcp',
  do: 'submit-request',
  case: name,
  use: 'referral',
  with: change,
});

/** What a rule finds in a scenario that a portal played. */
async function verdicts(
  scenario: Scenario,
  rule: string,
  change?: (parts: Parts) => Parts,
): Promise<string[]> {
  const outcomes = await playScenarios([scenario], change);
  return outcomes.flatMap(({ findings }) =>
    findings.filter((found) => found.rule === rule).map(({ verdict }) => verdict),
  );
}

const withGates =
  (gates: Partial<Parts['gates']>) =>
  (parts: Parts): Parts => ({ ...parts, gates: { ...parts.gates, ...gates } });

const span = { start: '2026-02-03', end: '2026-08-31' };
const contained = day('contained-span', [
  referral('A', span),
  referral('B', { start: '2026-03-01', end: '2026-04-30' }, '10:00'),
]);
const saturdayOf = (date: string): Scenario =>
  scenario('alternatives/weekend', START, at('18:00', '2026-02-27'), [
    { ...referral('A'), at: at('12:00', date) },
  ]);
const document = (content: string): Scenario =>
  day('size', [
    referral('A'),
    {
      at: at('10:00'),
      as: 'pcp',
      do: 'attach-document',
      case: 'A',
      with: { name: 'a.pdf', description: 'Notes', content },
    },
  ]);
const revised = day('absolute', [
  referral('A', { units: 6 }),
  { at: at('10:00'), as: 'pcp', do: 'revise-request', case: 'A', with: { units: 9 } },
  { at: at('11:00'), as: 'pcp', do: 'view-request', case: 'A' },
]);
const addedToReferral = day('added-to-a-referral', [
  referral('A'),
  {
    at: at('10:00'),
    as: 'pcp',
    do: 'revise-request',
    case: 'A',
    with: { units: 0, add: [{ procedure: '29881', units: 1 }] },
  },
]);

describe('where the documents contradict each other, a finding depends', () => {
  it('on a span inside that of another referral, refused', async () => {
    expect(await verdicts(contained, 'portal.referral.distinct-date-span')).toContain('depends');
  });

  it('on the same span, taken', async () => {
    const lax = (parts: Parts): Parts => ({
      ...parts,
      checks: parts.checks.filter(({ name }) => name !== 'referral-span'),
    });
    const found = await verdicts(contained, 'portal.referral.distinct-date-span', lax);
    expect(found).toContain('depends');
    expect(found).not.toContain('violated');
  });

  it.each(['2026-02-14', '2026-02-21'])('on the third weekend: Saturday %s', async (date) => {
    expect(await verdicts(saturdayOf(date), 'portal.maintenance.window')).toEqual(['depends']);
  });

  it('not on a Saturday that no interpretation makes the third', async () => {
    expect(await verdicts(saturdayOf('2026-02-07'), 'portal.maintenance.window')).toEqual(['met']);
  });

  it.each([
    ['pdf:5000001', 'depends'],
    ['pdf:5242880', 'depends'],
    ['pdf:5000000', 'met'],
    ['pdf:5242881', 'met'],
  ])('on five megabytes: %s', async (content, verdict) => {
    expect(await verdicts(document(content), 'portal.docs.max-5mb')).toEqual([verdict]);
  });

  it.each([
    ['é'.repeat(200), 'depends'],
    ['e'.repeat(255), 'met'],
    ['é'.repeat(256), 'met'],
  ])('on how 255 characters are counted', async (remarks, verdict) => {
    const found = await verdicts(
      day('remarks', [referral('A', { remarks })]),
      'portal.referral.remarks-max-255',
    );
    expect(found).toEqual([verdict]);
  });

  it.each(['99206', '99210'])('on code %s, in the range and assigned to nothing', async (procedure) => {
    const found = await verdicts(
      day('code', [referral('A', { procedure })]),
      'portal.referral.procedure-range',
    );
    expect(found).toEqual(['depends']);
  });

  it('on added units that are read as the new total', async () => {
    const absolute = (parts: Parts): Parts => ({
      ...parts,
      answer: (answer, context) => {
        const passed = parts.answer(answer, context);
        if (context.operation !== 'view-request' || passed.status !== 200) return passed;
        const body = structuredClone(passed.body) as { lines: { totalUnits: number }[] };
        body.lines = body.lines.slice(0, 1).map((line) => ({ ...line, totalUnits: 9 }));
        return { ...passed, body };
      },
    });
    expect(await verdicts(revised, 'portal.revise.units-additional-only', absolute)).toEqual(['depends']);
    expect(await verdicts(revised, 'portal.revise.units-additional-only')).toEqual(['met']);
  });

  it('on a procedure that is added to a referral', async () => {
    const lenient = withGates({ revise: () => null });
    expect(await verdicts(addedToReferral, 'portal.revise.add-procedure', lenient)).toEqual(['depends']);
    expect(await verdicts(addedToReferral, 'portal.revise.add-procedure')).toEqual(['met']);
  });

  it('on an account that is kept after thirty days of rest', async () => {
    const steps: Steps = [
      { at: at('09:00'), as: 'pcp', do: 'show-session' },
      { at: at('09:00', '2026-03-07'), as: 'pcp', do: 'show-session' },
    ];
    const rested = scenario('alternatives/rested', START, at('18:00', '2026-03-07'), steps);
    const kept = withGates({ terminated: () => false });
    expect(await verdicts(rested, 'portal.account.inactive-30-days', kept)).toEqual(['depends']);
    expect(await verdicts(rested, 'portal.account.inactive-30-days')).toEqual(['met']);
  });

  it('on a request that an outage held back for a night', async () => {
    const steps: Steps = [
      { at: at('13:50'), as: 'world', do: 'inject', with: { kind: 'outage', until: at('14:30') } },
      { ...referral('A', {}, '14:00'), name: 'ticket' },
      {
        at: at('20:00'),
        as: 'pcp',
        do: 'show-receipt',
        path: { id: ['$', '{case.ticket}'].join('') },
      },
    ];
    const slow = withGates({ takenUpAt: ({ until }) => until + 12 * 3_600_000 });
    const found = scenario('alternatives/night', START, at('18:00', '2026-02-04'), steps);
    expect(await verdicts(found, 'portal.response.deferred-eventually-visible', slow)).toEqual(['depends']);
  });
});

/** Portals that take another of the admissible interpretations. */
const INTERPRETATIONS: Readonly<Record<string, (parts: Parts) => Parts>> = {
  'ends no account': withGates({ terminated: () => false }),
  'takes five million bytes and no more': (parts) =>
    withGates({
      attach: (upload, request, today, pack) =>
        parts.gates.attach(
          upload.bytes > 5_000_000 ? { ...upload, bytes: 6_000_000 } : upload,
          request,
          today,
          pack,
        ),
    })(parts),
  'adds procedures to referrals too': (parts) =>
    withGates({
      revise: (request, revision, today, pack) =>
        parts.gates.revise(
          request,
          request.accepted.type === 'referral' && revision.add ? { units: 0, remarks: 'added' } : revision,
          today,
          pack,
        ),
    })(parts),
  'shows a deferred request four hours later': (parts) =>
    withGates({
      takenUpAt: (deferral) =>
        deferral.maintenance ? parts.gates.takenUpAt(deferral) : deferral.until + 4 * 3_600_000,
    })(parts),
};

describe('a portal that takes another admissible interpretation', () => {
  const shipped = loadScenarios(scenarioFolder()).filter(({ id }) =>
    /^(accounts|documents|maintenance|revisions)\//.test(id),
  );

  it.each(Object.entries(INTERPRETATIONS))(
    'and %s is found violated nowhere, and meets every scenario',
    async (_name, change) => {
      const outcomes = await playScenarios(shipped, change);
      const bad = outcomes.flatMap(({ findings }) =>
        findings
          .filter(({ verdict, on }) => verdict === 'violated' && on === 'portal')
          .map((found) => `${found.rule}: ${findingWords(found, 'America/New_York')}`),
      );
      expect(bad).toEqual([]);
      expect(outcomes.filter(({ verdict }) => verdict !== 'pass').map(({ notes }) => notes.join())).toEqual(
        [],
      );
    },
  );
});
