import { describe, expect, it } from 'vitest';
import { loadScenarios } from '../../src/cli/shared/load-scenarios.ts';
import { scenarioFolder } from '../../src/cli/shared/ports.ts';
import type { DomainEvent, Parts } from '../../src/reference-impl/index.ts';
import { findingWords } from '../../src/report/index.ts';
import { playScenarios } from '../play-scenario.ts';

type Gates = Partial<Parts['delegate']>;
const withGates =
  (make: (gates: Parts['delegate']) => Gates) =>
  (parts: Parts): Parts => ({ ...parts, delegate: { ...parts.delegate, ...make(parts.delegate) } });
const withEvents =
  (change: (event: DomainEvent) => DomainEvent | readonly DomainEvent[]) =>
  (parts: Parts): Parts => ({
    ...parts,
    events: (events, state) => parts.events(events, state).flatMap((event) => change(event)),
  });

const REFUSED = { refused: true as const, code: 'conflict' as const, detail: 'Not in this way.' };

/** Delegates that conform, and read what the documents leave open in another way. */
const OTHERS: Readonly<Record<string, (parts: Parts) => Parts>> = {
  'blocks an urgent case without a document': (parts) => ({
    ...parts,
    events: (events, state) =>
      parts
        .events(events, state)
        .some(
          (event) =>
            event.type === 'case-submitted' &&
            event.priority === 'standard' &&
            state.delegate.cases.get(event.case)?.routine === false,
        )
        ? []
        : parts.events(events, state),
    answer: (answer, context) => {
      const draft = (answer.body as { submittedAt?: unknown } | null)?.submittedAt === null;
      return context.operation === 'submit-case' && answer.status === 200 && draft
        ? {
            status: 409,
            body: {
              type: 'about:blank',
              title: 'conflict',
              status: 409,
              code: 'conflict',
              detail: 'Attach a document.',
            },
          }
        : parts.answer(answer, context);
    },
  }),
  'closes talks while a reconsideration is pending': withGates(({ eligibility }) => ({
    eligibility: (file, now, pack, windows) => {
      const found = eligibility(file, now, pack, windows);
      return file.reconsideration?.state === 'pending' && file.reconsideration.by !== 'consultation'
        ? { ...found, result: 'none', level: null, mayChangeDecision: false, validUntil: null }
        : found;
    },
  })),
  'lets approved cases be talked about': withGates(({ eligibility }) => ({
    eligibility: (file, now, pack, windows) => {
      const found = eligibility(file, now, pack, windows);
      return file.determinations.at(-1)?.outcome === 'approved' && !file.withdrawn
        ? { ...found, result: 'consultative', level: 'consultative', validUntil: windows.talk(file, pack) }
        : found;
    },
  })),
  'cancels a talk that can change nothing any more': withEvents((event) =>
    event.type === 'consultation-became-consultative'
      ? {
          type: 'consultation-changed',
          at: event.at,
          case: event.case,
          appointment: event.appointment,
          to: 'cancelled',
          by: 'system',
          reason: 'The case was decided.',
        }
      : event,
  ),
  'calls a reconsideration pending from the booking on': withEvents((event) =>
    event.type === 'consultation-scheduled' && event.revision === 1
      ? [
          event,
          ...event.cases
            .filter(({ level }) => level === 'reconsideration')
            .map(({ caseNumber }) => ({
              type: 'case-reconsideration-requested' as const,
              at: event.at,
              case: caseNumber,
              by: 'consultation' as const,
            })),
        ]
      : event,
  ),
  'locks the contact with everything else': withGates(({ gateLock }) => ({
    gateLock: (file, change) => (file.gatedAt === null ? gateLock(file, change) : REFUSED),
  })),
  'has a desk that acts in the instant in which it can': withGates(() => ({
    deskAt: (_what, since) => since,
  })),
  'wants an hour before a talk': withGates(({ slotFuture }) => ({
    slotFuture: (slot, now) => slotFuture(slot, now + 3_600_000),
  })),
  'offers no slot that is more than ten days ahead': withGates(({ slotFuture }) => ({
    slotFuture: (slot, now) => slotFuture(slot, now) && slot.start < now + 10 * 86_400_000,
  })),
  'says more in its messages': (parts) => ({
    ...parts,
    answer: (answer, context) => {
      const passed = parts.answer(answer, context);
      const body = passed.body as { message?: unknown } | null;
      return typeof body?.message === 'string' && context.operation !== 'show-peer-to-peer'
        ? { ...passed, body: { ...body, message: `${body.message} Thank you.` } }
        : passed;
    },
  }),
};

describe('another delegate that conforms', () => {
  const shipped = loadScenarios(scenarioFolder()).filter(({ id }) =>
    /^(case-build|case-decision|case-lookup|reconsideration|peer-to-peer)\//.test(id),
  );

  it.each(Object.entries(OTHERS))(
    'and %s is found violated nowhere',
    async (_name, change) => {
      const outcomes = await playScenarios(shipped, change);
      const bad = outcomes.flatMap(({ findings, scenario }) =>
        findings
          .filter(({ verdict, on }) => verdict === 'violated' && on === 'portal')
          .map(
            (found) =>
              `${scenario.id}, ${found.case}: ${found.rule}: ${findingWords(found, 'America/New_York')}`,
          ),
      );
      expect(bad).toEqual([]);
      expect(outcomes.filter(({ history }) => !history?.complete)).toEqual([]);
      expect(outcomes.length).toBeGreaterThan(30);
    },
    60_000,
  );

  it.each(['closes talks while a reconsideration is pending', 'lets approved cases be talked about'])(
    'and %s is told on what that depends',
    async (name) => {
      const outcomes = await playScenarios(shipped, OTHERS[name]);
      const found = outcomes.flatMap(({ findings }) =>
        findings.filter(
          ({ rule, verdict }) => rule === 'p2p.eligibility.system-decides' && verdict === 'depends',
        ),
      );
      expect(found.length).toBeGreaterThan(0);
    },
    60_000,
  );
});
