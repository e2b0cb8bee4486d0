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

/** The parts of a portal that claims only the capabilities which a test leaves it. */
const claiming =
  (keep: (capability: string) => boolean) =>
  (parts: Parts): Parts => ({
    ...parts,
    answer: (answer, context) => {
      const passed = parts.answer(answer, context);
      if (context.operation !== 'describe') return passed;
      const body = passed.body as { capabilities?: string[] };
      return { ...passed, body: { ...body, capabilities: body.capabilities?.filter(keep) } };
    },
  });

describe('a portal that claims less', () => {
  it('cannot be asked about the rules of claims and reviews where it has neither, and passes', async () => {
    const lacking = ['inject.claim', 'reviews'];
    const { results } = await playInProcess([], { change: claiming((one) => !lacking.includes(one)) });
    const verdictOf = (id: string) => results.verdicts.find(({ rule }) => rule === id)?.verdict;
    expect(verdictOf('um.holdharmless.late-notification')).toBe('unsupported');
    expect(verdictOf('um.pa.nurse-first-review')).toBe('unsupported');
    expect(verdictOf('um.decide.deny-physician-only')).toBe('pass');
    expect(results.exitCode).toBe(0);
  });

  it('passes without accounts, documents, receipts or offices, and is asked about none of them', async () => {
    const own = /^(accounts|audit-trail|documents|deferrals|eligibility|referral-revisions|offices)$/;
    const { results } = await playInProcess([], {
      change: (parts) => ({
        ...claiming((one) => !own.test(one))(parts),
        gates: {
          ...parts.gates,
          feature: () => null,
          deferredUntil: () => null,
          terminated: () => false,
          lapsed: () => false,
        },
      }),
    });
    const wrong = results.verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'unsupported');
    expect(wrong).toEqual([]);
    const verdictOf = (id: string) => results.verdicts.find(({ rule }) => rule === id)?.verdict;
    expect(verdictOf('portal.maintenance.window')).toBe('unsupported');
    expect(verdictOf('portal.account.renewal-180-days')).toBe('unsupported');
    expect(verdictOf('portal.docs.max-5mb')).toBe('unsupported');
    expect(verdictOf('um.decide.deny-physician-only')).toBe('pass');
    expect(results.exitCode).toBe(0);
  });
});
