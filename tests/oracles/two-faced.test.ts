import { describe, expect, it } from 'vitest';
import { judge } from '../../src/oracles/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { playInProcess } from '../example.ts';

const rootsOf = async (options: Parameters<typeof playInProcess>[1]): Promise<string[]> => {
  const { outcomes } = await playInProcess([], options);
  const findings = outcomes.flatMap(({ history }) =>
    history ? judge(history, packOf('allways-commercial')) : [],
  );
  return [
    ...new Set(
      findings
        .filter(({ verdict, on, causedBy }) => verdict === 'violated' && on === 'portal' && causedBy === null)
        .map(({ rule }) => rule),
    ),
  ];
};

describe('a portal whose feed', () => {
  it('says nothing at all of a request is held to its limits all the same', async () => {
    const roots = await rootsOf({
      suite: 'time-frames/desk-row2-approved',
      change: (parts) => ({ ...parts, feed: () => [], outbox: () => [] }),
    });
    expect(roots).toContain('um.preservice-urgent.decision-72h');
  });

  it('hides when information came is still counted from what the interface took', async () => {
    const { outcomes } = await playInProcess([], {
      suite: 'time-frames/desk-row1-pend',
      change: (parts) => ({
        ...parts,
        feed: (event, state) => (event.type === 'information-received' ? [] : parts.feed(event, state)),
      }),
    });
    const decisions = outcomes.flatMap(({ findings }) =>
      findings.filter(({ time }) => time?.duty === 'decision'),
    );
    expect(decisions.flatMap(({ time }) => time?.alsoMet)).toContain(
      'um.preservice-nonurgent.decision-2bd-of-info',
    );
  });

  it('tells of letters that the outbox never held is found out', async () => {
    const roots = await rootsOf({
      suite: 'time-frames/desk-row2-approved',
      change: (parts) => ({
        ...parts,
        outbox: (event, state) => (event.type === 'letter-sent' ? [] : parts.outbox(event, state)),
      }),
    });
    expect(roots).toContain('um.preservice-urgent.written-approval-2bd');
  });
});
