import { describe, expect, it } from 'vitest';
import { APPOINTMENT, book, CASE, change, denied, offer, scheduled } from '../../../tests/checks/delegate.ts';
import type { SmallHistory } from '../../../tests/checks/small-history.ts';
import { packOf } from '../../rulebook/index.ts';
import { factsOf } from '../index.ts';
import { coursesOf } from './course.ts';

const courseOf = (history: SmallHistory, until: string) => {
  const whole = history.until(until);
  const [course] = coursesOf(factsOf(whole, packOf(whole.header.pack)));
  return course;
};

describe('coursesOf', () => {
  it('tells that a Medicare denial can only be explained', () => {
    const course = courseOf(
      scheduled(book(offer(denied('medicare')), { level: 'consultative' }), { level: 'consultative' }),
      '2026-02-09T12:00:00-05:00',
    );
    expect(course?.summary).toEqual({
      level: 'consultative',
      state: 'scheduled',
      outcome: null,
      determination: 'denied',
    });
    expect(course?.steps.map(({ event, reach }) => [event.kind, reach])).toEqual([
      ['case-submitted', 'not-eligible'],
      ['determined', 'consultative'],
      ['scheduled', 'consultative'],
    ]);
  });

  it('tells when the reconsideration of a Medicaid denial closes, and that it is consultative from then on', () => {
    const course = courseOf(scheduled(book(offer(denied()))), '2026-02-09T12:00:00-05:00');
    // Denied on 02/03: two business days end with Thursday, 02/05; Friday begins at 05:00 UTC.
    expect(course?.steps.slice(-2)).toEqual([
      {
        at: '2026-02-03T16:00:00.000Z',
        by: 'provider',
        reach: 'may-change',
        event: { kind: 'scheduled', start: '2026-02-09T14:00:00.000Z', level: 'reconsideration' },
      },
      {
        at: '2026-02-06T05:00:00.000Z',
        by: 'calendar',
        reach: 'consultative',
        event: { kind: 'reconsideration-window-closed' },
      },
    ]);
  });

  it('tells that the P2P window closed after 180 days', () => {
    const course = courseOf(scheduled(book(offer(denied()))), '2026-08-04T12:00:00-04:00');
    expect(course?.steps.at(-1)).toEqual({
      at: '2026-08-03T04:00:00.000Z',
      by: 'calendar',
      reach: 'not-eligible',
      event: { kind: 'peer-to-peer-window-closed' },
    });
  });

  it('tells that it was held and how it ended', () => {
    const history = scheduled(book(offer(denied()))).at('2026-02-05T09:00:00-05:00');
    change(history, 'held').feed({
      type: 'consultation-outcome',
      request: CASE,
      appointment: APPOINTMENT,
      level: 'reconsideration',
      outcome: 'upheld',
      became: null,
    });
    const course = courseOf(history, '2026-02-05T12:00:00-05:00');
    expect(course?.summary).toEqual({
      level: 'reconsideration',
      state: 'held',
      outcome: 'upheld',
      determination: 'denied',
    });
    expect(course?.steps.slice(-2).map(({ event }) => event)).toEqual([
      { kind: 'held' },
      { kind: 'outcome-recorded', outcome: 'upheld' },
    ]);
  });
});
