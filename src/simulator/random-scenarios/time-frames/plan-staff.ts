import type { Pen } from '../pen.ts';
import type { Submitted } from '../request-entry/submissions.ts';

const SECTIONS = { determination: 'The decision.' };

/** The plan’s staff as a scenario plays it: decides, calls and writes, in time or late; what it does late is found on it. */
export function planStaffActs(pen: Pen, { name, at, by }: Submitted): void {
  const { draws } = pen;
  const about = { case: name };
  pen.onward(at);
  const outcome = draws.weighted<'approved' | 'denied' | 'partial'>([
    [55, 'approved'],
    [38, 'denied'],
    [7, 'partial'],
  ]);
  const administrative = outcome === 'denied' && draws.chance(0.15);
  const who = draws.chance(0.85)
    ? administrative
      ? 'administrator'
      : outcome === 'approved'
        ? draws.pick(['nurse', 'physician'])
        : 'physician'
    : draws.pick(['nurse', 'administrator', 'support', 'physician', 'director']);
  if (draws.chance(0.05)) {
    pen.act('administrator', 'close', { ...about, with: { reason: 'administrative-error' } });
    return;
  }
  pen.act(who, 'decide', {
    ...about,
    with: {
      outcome,
      basis: administrative ? 'administrative' : 'medical-necessity',
      reason: administrative
        ? draws.pick(['missing-clinical-documentation', 'excluded-benefit', 'no-prior-authorization'])
        : draws.pick(['Criteria met.', 'Criteria not met.', 'The level of care is not needed.']),
      ...(outcome === 'partial' ? { unitsGranted: 1 } : {}),
    },
  });
  tell(pen, name, 1);
  if (!draws.chance(0.4)) return;
  pen.onward();
  if (draws.chance(0.4))
    pen.act(draws.pick(['nurse', 'physician']), 'hold-discussion', {
      ...about,
      with: { summary: 'Talked about the findings.' },
    });
  pen.act(by, 'reconsider', { ...about, with: { reason: 'New findings.' } });
  pen.onward();
  pen.act(draws.pick(['physician', 'nurse']), 'decide', {
    ...about,
    with: { outcome: draws.pick(['approved', 'denied']), basis: 'medical-necessity', reason: 'As reviewed.' },
  });
  tell(pen, name, 2);
}

function tell(pen: Pen, name: string, decision: number): void {
  const { draws } = pen;
  const decided = pen.now;
  if (draws.chance(0.9)) {
    pen.onward(decided);
    pen.act('nurse', 'call', {
      case: name,
      with: { decision, to: 'requesting-provider', result: draws.chance(0.85) ? 'reached' : 'voicemail' },
    });
  }
  const called = pen.now;
  for (const to of ['requesting-provider', 'member']) {
    if (!draws.chance(0.92)) continue;
    if (draws.chance(0.6)) pen.onward(called);
    pen.act('nurse', 'send-letter', { case: name, with: { decision, to, sections: SECTIONS } });
  }
}
