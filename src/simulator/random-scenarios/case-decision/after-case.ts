import { attach, birthDateOf, type Case } from '../case-build/cases.ts';
import { known } from '../known.ts';
import {
  cancelPeerToPeer,
  caseLine,
  holdPeerToPeer,
  movePeerToPeer,
  preferences,
} from '../peer-to-peer/peer-to-peer.ts';
import { mondayOf, slotName } from '../peer-to-peer/slots.ts';
import type { Pen } from '../pen.ts';
import { delegateStaff } from './delegate-staff.ts';

/** What a practice asks about a case after it was sent: the case itself, its options, a talk, another look, a claim. */
export function afterCase(pen: Pen, own: Case, others: readonly Case[]): void {
  const { draws } = pen;
  const { pick } = draws;
  const { by, name } = own;
  const about = { case: name };
  const cases =
    draws.chance(0.8) || others.length === 0 ? [caseLine(own)] : [caseLine(own), caseLine(pick(others))];
  const talk = `talk-${name}`;
  const week = mondayOf(pen, pick([0, 0, 0, 7]));
  draws.weighted<() => void>([
    [6, () => pen.act(pick([by, by, by, 'practice-two']), 'view-case', about)],
    [6, () => pen.act(by, 'show-options', about)],
    [9, () => pen.act(by, 'show-peer-to-peer', about)],
    [
      4,
      () =>
        pen.act(by, 'look-up-peer-cases', {
          with: {
            cases: draws.chance(0.75)
              ? cases
              : pick<object[]>([[], [...cases, ...cases], [{ ...cases[0], birthDate: '1931-01-01' }]]),
          },
        }),
    ],
    [
      6,
      () =>
        pen.act(by, 'offer-slots', {
          use: 'offer',
          with: {
            week,
            cases: draws.chance(0.95) ? cases : [],
            ...(draws.chance(0.25) ? { preferences: preferences(pen) } : {}),
          },
        }),
    ],
    [22, () => holdPeerToPeer(pen, own, cases, talk, week)],
    [3, () => pen.act(pick([by, 'practice-two']), 'list-peer-to-peer')],
    [5, () => movePeerToPeer(pen, by, talk, slotName(pen, week))],
    [
      4,
      () => cancelPeerToPeer(pen, pick([by, by, 'practice-two']), talk, pick(['The doctor is away.', ' '])),
    ],
    [12, () => askForReconsideration(pen, own)],
    [3, () => attach(pen, by, name)],
    [3, () => pen.act(by, 'file-case-appeal', about)],
    [
      4,
      () =>
        pen.act(pick([by, 'practice-two']), 'look-up-authorization', {
          query: pick<Record<string, string>>([
            {
              authorization: `\${case.${name}.authorization}`,
              npi: pick([known('practitioner.onc-boston.npi'), known('practitioner.onc-salem.npi')]),
            },
            {
              memberId: own.member,
              birthDate: birthDateOf(own.member),
              lastName: `\${member.${own.member}.lastName}`,
            },
          ]),
        }),
    ],
    [
      3,
      () =>
        pen.act(
          pick([by, 'practice-two']),
          'list-cases',
          draws.chance(0.5)
            ? {}
            : { query: pick<Record<string, string>>([{ caseNumber: `\${case.${name}}` }, { page: '2' }]) },
        ),
    ],
    [2, () => pen.act(by, 'list-correspondence', about)],
    [
      3,
      () =>
        pen.inject(
          'case-claim',
          {
            case: `\${case.${name}}`,
            techniques: [pick(['intensity-modulated', 'proton'])],
            fractions: 10,
            lastFraction: pen.date(pick([40, 180, 210])),
            spanNotice: draws.chance(0.5),
          },
          about,
        ),
    ],
    [
      4,
      () =>
        pen.act('d-intake', 'update-case', {
          ...about,
          with: pick([
            { site: 'rt-salem' },
            { fractions: 8 },
            { technique: 'proton' },
            { cancerType: 'RCBRAI' },
          ]),
        }),
    ],
    [3, () => delegateStaff(pen, own)],
  ])();
}

/** Asks on the web that a denial be looked at again, step by step. */
export function askForReconsideration(pen: Pen, own: Case): void {
  const { draws } = pen;
  const { by, name } = own;
  const proceed = draws.chance(0.88);
  pen.act(by, 'open-reconsideration', { case: name, with: { proceed } });
  pen.minutes(1, 10);
  if (!proceed) {
    pen.act(by, 'show-peer-to-peer', { case: name });
    pen.minutes(1, 10);
  }
  if (draws.chance(0.6)) {
    if (draws.chance(0.8)) attach(pen, by, name);
    pen.minutes(1, 10);
    pen.act(by, 'confirm-reconsideration', { case: name, with: { newInformation: draws.chance(0.8) } });
    pen.minutes(1, 10);
  }
  if (draws.chance(0.9)) pen.act(by, 'submit-reconsideration', { case: name });
}
