import { describe, expect, it } from 'vitest';
import type { Parts } from '../../src/reference-impl/index.ts';
import { findingWords } from '../../src/report/index.ts';
import { playInProcess } from '../example.ts';

type Desk = Partial<Parts['desk']>;
const withDesk =
  (desk: Desk) =>
  (parts: Parts): Parts => ({ ...parts, desk: { ...parts.desk, ...desk } });

/** Portals that conform and are built otherwise than the reference implementation. */
const OTHERS: Readonly<Record<string, (parts: Parts) => Parts>> = {
  'decides, calls and writes in the instant in which it can': withDesk({
    actAt: ({ planned, duty, request, start }) => {
      const waits = duty === 'decision' && request.informationCompleteAt === null;
      return planned === null || waits ? planned : start;
    },
  }),
  'acts in the very last millisecond': withDesk({
    actAt: ({ limits }) => {
      const all = limits.flatMap((arms) => arms.map(({ at }) => at));
      return all.length === 0 ? null : Math.min(...all);
    },
  }),
  'tells calls and letters by its outbox only': (parts) => ({
    ...parts,
    feed: (event, state) =>
      event.type === 'called' || event.type === 'letter-sent' ? [] : parts.feed(event, state),
  }),
  'has physicians decide everything that nobody else must': (parts) =>
    withDesk({
      decider: (finding, request, state) => {
        const role = parts.desk.decider(finding, request, state);
        if (finding.basis === 'administrative') return 'nurse';
        return role === 'nurse' ? 'physician' : role;
      },
    })(parts),
  'never asks for information': withDesk({ askAt: () => null }),
  'says more in its messages': (parts) => ({
    ...parts,
    answer: (answer, context) => {
      const passed = parts.answer(answer, context);
      const body = passed.body as { message?: unknown } | null;
      return typeof body?.message === 'string'
        ? { ...passed, body: { ...body, message: `${body.message} Thank you.` } }
        : passed;
    },
  }),
};

describe('another portal that conforms', () => {
  it.each(Object.entries(OTHERS))('and %s is found violated nowhere', async (_name, change) => {
    const { outcomes } = await playInProcess([], { change });
    const wrong = outcomes
      .filter(({ verdict }) => verdict !== 'pass')
      .map(({ scenario, notes }) => `${scenario.id}: ${notes.join()}`);
    const bad = outcomes.flatMap(({ findings }) =>
      findings
        .filter(({ on, verdict }) => on === 'portal' && (verdict === 'violated' || verdict === 'depends'))
        .map((found) => `${found.rule}: ${findingWords(found, 'America/New_York')}`),
    );
    expect([...wrong, ...bad]).toEqual([]);
  });

  it('but numbers its requests in its own way is warned, and does not fail', async () => {
    const { results, outcomes } = await playInProcess([], {
      change: (parts) => ({ ...parts, number: (state) => `AUTH-${state.requests.size + 1}` }),
    });
    expect(
      results.verdicts
        .filter(({ verdict }) => verdict !== 'pass')
        .map(({ rule, verdict }) => [rule, verdict]),
    ).toEqual([
      ['portal.response.id-format', 'warn'],
      ['portal.response.id-date-basis', 'inconclusive'],
    ]);
    expect(outcomes.some(({ verdict }) => verdict === 'fail' || verdict === 'error')).toBe(false);
    expect(results.exitCode).toBe(0);
  });
});
