import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Anchors } from '../../src/oracles/clocks/arms.ts';
import { earliestDue } from '../../src/oracles/index.ts';
import {
  type Duty,
  INTERPRETATION_NAMES,
  type Part,
  packOf,
  ROWS,
  type Row,
} from '../../src/rulebook/index.ts';

const pack = packOf('allways-commercial');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const changes = pack.transitions.map(([at]) => Date.parse(at));
const nearChange = (at: number): boolean => changes.some((change) => Math.abs(change - at) <= HOUR);

const start = fc
  .integer({ min: Date.parse('2024-01-01T00:00:00Z') / 1000, max: Date.parse('2029-01-01T00:00:00Z') / 1000 })
  .map((s) => s * 1000);
const later = fc.integer({ min: 0, max: 20 * 86_400 }).map((s) => s * 1000);
const row = fc.constantFrom<Row>(...ROWS);
const duty = fc.constantFrom<Duty>('decision', 'verbal', 'written-provider', 'written-member');
const part = fc.constantFrom<Part>('approval', 'denial');
const name = fc.constantFrom(...INTERPRETATION_NAMES);

const anchors = fc
  .record({
    row,
    received: start,
    information: fc.option(later),
    decided: fc.option(later),
    called: fc.option(later),
    original: fc.constantFrom<Row>(
      'preservice-nonurgent',
      'preservice-urgent',
      'concurrent-urgent',
      'concurrent-nonurgent',
    ),
  })
  .map(
    ({ row: own, received, information, decided, called, original }): Anchors => ({
      row: own,
      received,
      information: information === null ? null : received + information,
      decided: decided === null ? null : received + decided,
      called: called === null ? null : received + called,
      original: own === 'reconsideration' ? { row: original, received: received - 5 * DAY } : null,
    }),
  );

describe('limits', () => {
  it('never come earlier when an input comes later, but for same-clock interpretations at a clock change', () => {
    fc.assert(
      fc.property(
        anchors,
        duty,
        part,
        name,
        fc.constantFrom('received', 'information', 'decided', 'called'),
        later,
        (at, what, own, interpretation, moved, by) => {
          const before = at[moved as 'received'];
          if (before === null) return;
          const shifted = { ...at, [moved]: before + by };
          if (moved === 'received' && shifted.original)
            shifted.original = { ...shifted.original, received: shifted.original.received };
          const first = earliestDue(pack, pack.interpretations[interpretation], at, what, own);
          const second = earliestDue(pack, pack.interpretations[interpretation], shifted, what, own);
          if (first === null || second === null) return;
          const excepted = [first, second, before, before + by].some(nearChange);
          expect(second).toBeGreaterThanOrEqual(excepted ? first - HOUR : first);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('of a decision do not depend on when it was made, nor of a call on when it was made', () => {
    fc.assert(
      fc.property(anchors, part, name, later, (at, own, interpretation, by) => {
        const chosen = pack.interpretations[interpretation];
        expect(earliestDue(pack, chosen, { ...at, decided: at.received + by }, 'decision', own)).toBe(
          earliestDue(pack, chosen, at, 'decision', own),
        );
        expect(earliestDue(pack, chosen, { ...at, called: at.received + by }, 'verbal', own)).toBe(
          earliestDue(pack, chosen, at, 'verbal', own),
        );
      }),
    );
  });

  it('of urgent decisions do not depend on information', () => {
    fc.assert(
      fc.property(
        anchors,
        fc.constantFrom<Row>('preservice-urgent', 'concurrent-urgent'),
        name,
        later,
        (at, own, interpretation, by) => {
          const urgent: Anchors = { ...at, row: own, original: null };
          const chosen = pack.interpretations[interpretation];
          expect(
            earliestDue(pack, chosen, { ...urgent, information: at.received + by }, 'decision', 'approval'),
          ).toBe(earliestDue(pack, chosen, { ...urgent, information: null }, 'decision', 'approval'));
        },
      ),
    );
  });

  it('of decisions and calls never pass day 14 where the cap applies', () => {
    fc.assert(
      fc.property(
        anchors,
        fc.constantFrom<Row>('preservice-nonurgent', 'concurrent-nonurgent'),
        part,
        (at, own, which) => {
          const capped: Anchors = { ...at, row: own, original: null };
          for (const what of ['decision', 'verbal'] as const) {
            const due = earliestDue(pack, pack.interpretations.default, capped, what, which);
            expect(due).toBeLessThanOrEqual(at.received + 15 * DAY + HOUR);
          }
        },
      ),
    );
  });
});
