import { birthDateOf, buildCase } from '../case-build/cases.ts';
import { known } from '../known.ts';
import type { Pen } from '../pen.ts';

/** What practices look up at the delegate, and how new ones register. */
export function delegateLookUps(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const member = (id: string) => ({ id, birthDate: birthDateOf(id), lastName: `\${member.${id}.lastName}` });
  const newcomer = draws.chance(0.3);
  if (newcomer) {
    pen.act('nobody', 'register-account', {
      use: 'registration',
      with: {
        user: 'newcomer',
        ...(draws.chance(0.25)
          ? pick([{ confirmEmail: 'other@practice.example' }, { defaultPortal: 'choose one' }])
          : {}),
      },
      ...(draws.chance(0.15) ? { without: [pick(['city', 'defaultPortal', 'lastName', 'zip'])] } : {}),
    });
    pen.minutes();
    if (draws.chance(0.85))
      pen.act('nobody', 'set-account-password', {
        path: { id: 'newcomer' },
        with: { token: known('case.link'), password: 'a long enough password' },
      });
    pen.minutes();
  }
  for (let left = draws.between(1, 6); left > 0; left -= 1) {
    const who =
      newcomer && draws.chance(0.7)
        ? 'newcomer'
        : pick(['practice', 'practice', 'practice', 'practice-two', 'practice-new', 'practice-empty']);
    draws.weighted<() => void>([
      [
        3,
        () =>
          pen.act(who, 'find-practitioners', {
            query: {
              npi: pick([
                known('practitioner.onc-salem.npi'),
                known('practitioner.gene-lab.npi'),
                known('practitioner.gene-lab.renderingNpi'),
              ]),
              state: pick(['MA', 'MA', 'NH']),
              zip: pick(['01970', '02139', '02110']),
            },
          }),
      ],
      [
        2,
        () =>
          pen.act(who, 'add-practitioner', {
            with: { practitioner: pick(['onc-salem', 'onc-boston', 'gene-lab']) },
          }),
      ],
      [2, () => pen.act(who, 'show-account')],
      [
        3,
        () =>
          pen.act(who, 'find-treatment-sites', {
            query: pick<Record<string, string>>([
              { npi: known('treatment.rt-boston.npi') },
              { tin: '041234567' },
              { zip: '01970' },
              { zip: '02128' },
              { city: 'boston' },
              { name: 'Boston Radiation', match: 'starts-with' },
              { name: 'Boston Radiation Center', match: 'exact' },
              { name: 'Radiation', match: 'starts-with' },
            ]),
          }),
      ],
      [
        3,
        () =>
          pen.act(who, 'find-case-member', {
            query: pick([
              member('M8000001'),
              member('M8000002'),
              { ...member('M8000001'), birthDate: '1931-01-01' },
              { ...member('M8000001'), lastName: known('member.M8000001.lastName:2') },
            ]),
          }),
      ],
      [1, () => pen.act(who, 'list-programs')],
      [1, () => pen.act(who, 'list-cancer-types')],
      [
        2,
        () =>
          pen.act('practice-new', 'set-time-zone', {
            with: { timeZone: pick(['America/Denver', 'America/New_York']) },
          }),
      ],
      [
        2,
        () =>
          pen.act(
            who,
            'list-cases',
            draws.chance(0.5)
              ? {}
              : {
                  query: pick<Record<string, string>>([
                    { page: '1' },
                    { page: '2' },
                    { search: known('member.M8000001.lastName') },
                  ]),
                },
          ),
      ],
      [2, () => pen.act(who, 'sign-in', { with: { user: 'newcomer', password: 'a long enough password' } })],
      [
        2,
        () => {
          buildCase(pen, `${name}-more`);
        },
      ],
      [
        1,
        () =>
          pen.act('nobody', 'set-account-password', {
            path: { id: 'newcomer' },
            with: { token: known('case.link'), password: 'a long enough password' },
          }),
      ],
    ])();
    pen.onward();
  }
}
