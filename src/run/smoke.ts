import type { Adapter } from '../adapters/index.ts';
import type { Description } from '../contract/index.ts';
import type { History } from '../history/index.ts';
import { play } from './play.ts';
import { type Scenario, scenario } from './scenario.ts';

type Smoke = { readonly scenario: Scenario; readonly wrong: (history: History) => string | null };

const trivial = (id: string, title: string, steps: unknown[]): Scenario =>
  scenario.parse({
    id: `smoke/${id}`,
    title,
    why: 'It fails only when the adapter is wrong, never by a rule.',
    desk: 'scripted',
    pack: 'allways-commercial',
    start: '2026-02-02T09:00:00-05:00',
    steps,
    until: '2026-02-02T12:00:00-05:00',
    expect: [{ rule: 'um.authid.always-assigned', verdict: 'met' }],
  });

const at = '2026-02-02T10:00:00-05:00';

const answers = (history: History, op: string): { status: number }[] =>
  history.records.flatMap((record) =>
    record.kind === 'answered' && record.op === op ? [{ status: record.status }] : [],
  );

/** Three trivial scenarios: the clock, a session, a request that the feed tells. */
const SMOKES: readonly Smoke[] = [
  {
    scenario: trivial('clock', 'A world opens and its clock moves', [
      { at, as: 'nobody', do: 'show-session' },
    ]),
    wrong: (history) =>
      history.records.filter(({ kind }) => kind === 'clock').length === 2
        ? null
        : 'the clock was not moved twice',
  },
  {
    scenario: trivial('session', 'A user signs in and asks who they are', [
      { at, as: 'pcp', do: 'show-session' },
    ]),
    wrong: (history) => {
      const [signIn] = answers(history, 'sign-in');
      const [shown] = answers(history, 'show-session');
      if (signIn?.status !== 201)
        return `sign-in answered ${signIn?.status}; are the world’s users and passwords handed on?`;
      return shown?.status === 200 ? null : `show-session answered ${shown?.status}; is the token handed on?`;
    },
  },
  {
    scenario: trivial('request', 'A request is submitted, viewed, and reported by the feed', [
      { at, as: 'pcp', do: 'submit-request', case: 'A', use: 'outpatient' },
      { at, as: 'pcp', do: 'view-request', case: 'A' },
    ]),
    wrong: (history) => {
      const [submitted] = answers(history, 'submit-request');
      if (submitted?.status !== 201) return `submit-request answered ${submitted?.status}`;
      const [viewed] = answers(history, 'view-request');
      if (viewed?.status !== 200)
        return `view-request answered ${viewed?.status}; is the path parameter handed on?`;
      const reported = history.records.some(
        (record) => record.kind === 'portal' && record.event.type === 'received' && record.case === 'A',
      );
      return reported ? null : 'the feed does not report that the request was received';
    },
  },
];

export type SmokeResult = { readonly title: string; readonly wrong: string | null };

/** Plays the three scenarios. Each result says what is wrong with the adapter, or null. */
export async function smoke(
  adapter: Adapter,
  description: Description,
  seed: string,
): Promise<SmokeResult[]> {
  const results: SmokeResult[] = [];
  for (const { scenario: one, wrong } of SMOKES) {
    const { capabilities, product } = description;
    const { history, error } = await play(one, {
      adapter,
      implementation: product,
      capabilities,
      seed,
      zone: 'America/New_York',
    });
    results.push({ title: one.title, wrong: error ? error.message : wrong(history) });
  }
  return results;
}
