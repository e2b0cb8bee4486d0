import { describe, expect, it } from 'vitest';
import { courseFromVersion1, courseResult } from './course-results.ts';
import { REACH_WORDS, stepWords, summaryWords } from './course-words.ts';

const EASTERN = 'America/New_York';

describe('words of the course of a peer-to-peer', () => {
  it('say what was scheduled, in the zone of the plan', () => {
    const event = { kind: 'scheduled', start: '2026-02-09T14:00:00.000Z', level: 'consultative' } as const;
    expect(stepWords(event, EASTERN)).toEqual({
      what: 'P2P scheduled',
      detail: 'for Mon 02/09/2026 09:00 EST; level of review: consultative',
    });
  });

  it('say what a consultative peer-to-peer can do', () => {
    expect(REACH_WORDS.consultative).toBe('consultative (decision cannot change)');
    expect(
      summaryWords({ level: 'consultative', state: 'held', outcome: 'explained', determination: 'denied' }),
    ).toBe('Consultative P2P (decision cannot change); outcome: explained; case denied.');
  });

  it('say that one is still to come on an undecided case', () => {
    expect(
      summaryWords({ level: 'pre-decision', state: 'scheduled', outcome: null, determination: null }),
    ).toBe('P2P that could change the decision; scheduled; case undecided.');
  });

  it('keep the sentences of results of version 1', () => {
    const old = {
      scenario: 's',
      title: 't',
      case: 'A',
      line: 'medicaid',
      zone: EASTERN,
      summary: 'The talk could only explain.',
      violated: [],
      steps: [
        {
          at: '2026-02-03T15:00:00.000Z',
          what: 'Denied',
          detail: 'after review',
          by: 'delegate',
          reach: 'explains',
        },
      ],
    };
    const read = courseResult.parse(courseFromVersion1(old));
    expect(summaryWords(read.summary)).toBe('The talk could only explain.');
    expect(read.steps.map(({ event, reach }) => [stepWords(event, EASTERN).what, reach])).toEqual([
      ['Denied', 'consultative'],
    ]);
  });
});
