import { attach, buildCase, type Case } from '../case-build/cases.ts';
import { afterCase, askForReconsideration } from '../case-decision/after-case.ts';
import { delegateStaff } from '../case-decision/delegate-staff.ts';
import { caseLine, holdPeerToPeer } from '../peer-to-peer/peer-to-peer.ts';
import { mondayOf } from '../peer-to-peer/slots.ts';
import { HOUR, type Pen } from '../pen.ts';

const PHASES = [{ name: 'phase 1', technique: 'intensity-modulated', fractions: 10 }];

function decide(
  pen: Pen,
  { name }: Case,
  outcome: 'denial' | 'approval' | 'partial',
  who = 'd-physician',
): void {
  const half = [{ ...PHASES[0], fractions: 5 }];
  pen.act(who, 'decide-case', {
    case: name,
    use: outcome === 'approval' ? 'approval' : 'denial',
    ...(outcome === 'partial'
      ? { with: { outcome: 'partially-approved', approved: half, denied: half } }
      : outcome === 'denial' && pen.draws.chance(0.1)
        ? { with: { rationale: ' ' } }
        : {}),
  });
  // What was refused for want of a word is said again, with one.
  if (outcome === 'denial') {
    pen.minutes(1, 2);
    pen.act(who, 'decide-case', { case: name, use: 'denial' });
  }
}

/** Cases that were denied, and what becomes of them: a talk, another look, both, or neither; by people who mostly know the way. */
export function deniedCases(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const by = draws.chance(0.12) ? { by: 'practice-new' } : {};
  const made = Array.from({ length: draws.between(1, 2) }, (_, index) => {
    const own = buildCase(pen, `${name}${index + 1}`, [], { medicare: false, cancerType: 'RCBONE', ...by });
    pen.minutes(2, 20);
    return own;
  });
  pen.minutes(20, 300);
  for (const own of made) decide(pen, own, draws.chance(0.85) ? 'denial' : 'partial');
  const decided = pen.now;
  const [own] = made as [Case];
  const gap = draws.below(4);
  if (gap < 2) pen.minutes(5, 240);
  else if (gap === 2) pen.onward(decided);
  else pen.toEdgeOf(pick([1, 2, 7, 14, 30, 180]), decided);
  for (let left = draws.between(1, 4); left > 0; left -= 1) {
    draws.weighted<() => void>([
      [
        10,
        () =>
          holdPeerToPeer(pen, own, made.map(caseLine), `talk-${own.name}`, mondayOf(pen, pick([0, 0, 7]))),
      ],
      [
        10,
        () => {
          askForReconsideration(pen, own);
          if (!draws.chance(0.8)) return;
          pen.onward();
          decide(
            pen,
            own,
            pick(['approval', 'denial', 'partial']),
            draws.chance(0.8) ? 'd-physician' : 'd-nurse',
          );
        },
      ],
      [4, () => pen.act('practice', 'show-options', { case: own.name })],
      [4, () => pen.act('practice', 'show-peer-to-peer', { case: own.name })],
      [4, () => pen.act('practice', 'view-case', { case: own.name })],
      [4, () => afterCase(pen, pick(made), made)],
      [
        3,
        () => {
          const other = buildCase(pen, `${name}${pick([7, 8, 9])}`, [own.name]);
          if (draws.chance(0.6)) {
            pen.minutes(10, 90);
            delegateStaff(pen, other);
          }
        },
      ],
      [
        2,
        () =>
          pen.act('practice', 'start-case', {
            case: `${name}-alt`,
            use: 'case',
            with: { cancerType: 'RCBREA', alternativeOf: `\${case.${own.name}}` },
          }),
      ],
    ])();
    if (draws.chance(0.6)) pen.minutes(5, 200);
    else pen.onward(decided);
  }
}

/** Medicare cases before they are denied: told, awaited, talked over, added to, and decided in time or not. */
export function beforeDenials(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const own = buildCase(pen, `${name}1`, [], { medicare: true, cancerType: 'RCBONE' });
  pen.minutes(20, 200);
  const due = pen.now + pick([3, 24, 48, 72, 100]) * HOUR;
  pen.act('d-physician', 'request-case-information', {
    case: own.name,
    use: 'pre-decision',
    with: { dueAt: new Date(due).toISOString() },
  });
  for (let left = draws.between(0, 3); left > 0; left -= 1) {
    pen.minutes(10, 600);
    draws.weighted<() => void>([
      [
        10,
        () => holdPeerToPeer(pen, own, [caseLine(own)], `talk-${own.name}`, mondayOf(pen, pick([0, 0, 7]))),
      ],
      [5, () => attach(pen, own.by, own.name)],
      [
        2,
        () =>
          pen.inject(
            'case-fax',
            { case: `\${case.${own.name}}`, text: 'Clinical notes' },
            { case: own.name },
          ),
      ],
      [3, () => pen.act('practice', 'show-peer-to-peer', { case: own.name })],
      [2, () => pen.act('practice', 'view-case', { case: own.name })],
    ])();
  }
  pen.now = draws.chance(0.6)
    ? Math.max(pen.now + 60_000, due + pick([-1000, 0, 1000, HOUR]))
    : pen.now + 60_000;
  decide(pen, own, pick(['denial', 'denial', 'approval', 'partial']));
  if (draws.chance(0.4)) {
    pen.minutes(10, 900);
    holdPeerToPeer(pen, own, [caseLine(own)], `talk-${own.name}-after`, mondayOf(pen));
  }
  for (let left = draws.below(3); left > 0; left -= 1) {
    pen.minutes(10, 900);
    afterCase(pen, own, [own]);
  }
}
