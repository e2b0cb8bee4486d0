import { HOUR, type Pen, SECOND } from '../pen.ts';

/** The days of the maintenance of the third weekend, from its beginning to the Monday after. */
export function maintenanceWeekend(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.now = Date.parse(
    draws.pick(['2026-02-21T17:00:00-05:00', '2026-03-21T17:00:00-04:00', '2026-02-14T17:00:00-05:00']),
  );
  for (let left = draws.between(3, 7); left > 0; left -= 1) {
    pen.now += draws.pick([HOUR, 3 * HOUR, 7 * HOUR, 13 * HOUR]) + draws.pick([-SECOND, 0, SECOND]);
    draws.pick<() => void>([
      () =>
        pen.act('pcp', 'submit-request', {
          case: `${name}${left}`,
          use: draws.pick(['referral', 'outpatient', 'urgent']),
        }),
      () => pen.act('pcp', 'show-eligibility', { query: { by: 'id', query: 'M1000001' } }),
      () => pen.act('pcp', 'find-members', { query: { query: 'M1000001' } }),
      () => pen.act('pcp', 'list-requests'),
      () => pen.act('pcp', 'view-request', { case: `${name}${left + 1}` }),
      () =>
        pen.act('pcp', 'attach-document', {
          case: `${name}${left + 1}`,
          with: { name: 'notes.pdf', description: 'Notes', content: 'pdf:2000' },
        }),
    ])();
  }
}
