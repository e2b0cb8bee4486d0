import { drawsFor } from '../draws.ts';
import { named } from './names.ts';
import type { Network } from './network.ts';

export type OfficeUser = {
  readonly userId: string;
  readonly siteId: string;
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
  readonly permissions: string;
};

/** A physician of a delegate, and when they hold consultations: local times, weekdays 1 (Monday) to 7. */
export type DelegateReviewer = {
  readonly reviewerId: string;
  readonly delegate: string;
  readonly name: string;
  readonly skill: string;
  readonly zone: string;
  readonly weekday: number;
  readonly from: string;
  readonly until: string;
};

const ORDINARY = 'submit-referral submit-outpatient submit-admission view revise upload eligibility';

/** An administrator and one to four more users for each site. */
export function usersOf({ root, sites }: Network): OfficeUser[] {
  return sites.flatMap(({ siteId }, place) => {
    const draws = drawsFor(root, 'users', place);
    return Array.from({ length: 1 + draws.between(1, 4) }, (_, index): OfficeUser => {
      const userId = `u-${siteId.toLowerCase()}-${index}`;
      return {
        userId,
        siteId,
        name: named(draws, ({ person }) => person.fullName()),
        email: `${userId}@office.example`,
        administrator: index === 0,
        permissions:
          index === 0
            ? `${ORDINARY} claims payments enrollment-reports`
            : draws.chance(0.2)
              ? 'view'
              : ORDINARY,
      };
    });
  });
}

const SKILLS = [
  'radiation-therapy',
  'medical-oncology-pathways',
  'musculoskeletal',
  'radiology-cardiology',
  'sleep',
  'specialty-drugs',
];
const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];

/** The shifts of the reviewers of a delegate: for each skill at least two reviewers, in zones of their own. */
export function reviewersOf({ root, members }: Network): DelegateReviewer[] {
  const each = 2 + Math.floor(members / 200_000);
  return SKILLS.flatMap((skill, place) =>
    Array.from({ length: each }, (_, index) => {
      const draws = drawsFor(root, `reviewer ${skill}`, index);
      const name = named(draws, ({ person }) => `Dr. ${person.fullName()}`);
      const zone = draws.pick(ZONES);
      const from = draws.between(7, 13);
      const days = [1, 2, 3, 4, 5].filter((day) => (day + index) % 5 !== 0 || draws.chance(0.5));
      return days.map((weekday) => ({
        reviewerId: `R${place}${String(index).padStart(3, '0')}`,
        delegate: 'evicore',
        name,
        skill,
        zone,
        weekday,
        from: `${String(from).padStart(2, '0')}:00`,
        until: `${String(from + draws.between(2, 4)).padStart(2, '0')}:00`,
      }));
    }).flat(),
  );
}
