import { describe, expect, it } from 'vitest';
import { playInProcess } from '../example.ts';

type Page = { events: { seq: number }[] };

/** Plays one scenario on a portal whose feed is changed on its way out. */
async function notesOf(change: (events: Page['events'], after: number) => Page['events']): Promise<string> {
  const { outcomes } = await playInProcess([], {
    suite: 'time-frames/desk-row1-denied',
    change: (parts) => ({
      ...parts,
      answer: (answer, { operation, query }) => {
        if (operation !== 'read-events' || answer.status !== 200) return answer;
        const page = answer.body as Page;
        return { ...answer, body: { ...page, events: change(page.events, Number(query.after ?? 0)) } };
      },
    }),
  });
  expect(outcomes.map(({ verdict }) => verdict)).toEqual(['error']);
  return outcomes.flatMap(({ notes }) => notes).join();
}

describe('a portal whose feed', () => {
  it('repeats ends the scenario in an error, not in a verdict', async () => {
    expect(await notesOf((events) => events.flatMap((event) => [event, event]))).toContain('feed-repeats');
  });
  it('skips ends the scenario in an error', async () => {
    expect(await notesOf((events) => events.filter(({ seq }) => seq !== 2))).toContain('feed-skips');
  });
  it('reorders ends the scenario in an error', async () => {
    expect(await notesOf((events) => [...events].reverse())).toContain('feed-reorders');
  });
});
