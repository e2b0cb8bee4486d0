import { afterRequest } from '../after-request.ts';
import { HOUR, type Pen } from '../pen.ts';
import { submit } from '../request-entry/submissions.ts';

/** Requests around an outage or the maintenance of the third weekend, when receipts are given instead of numbers. */
export function outages(pen: Pen, name: string): void {
  const { draws } = pen;
  if (draws.chance(0.5)) {
    // Saturday evening to Sunday morning around the third weekend of a month.
    const edge = draws.pick([
      '2026-02-14T18:00:00-05:00',
      '2026-02-15T06:00:00-05:00',
      '2026-02-21T18:00:00-05:00',
      '2026-03-21T20:00:00-04:00',
      '2026-03-15T00:00:00-04:00',
      '2026-03-22T06:00:00-04:00',
    ]);
    pen.now = Math.max(pen.now, Date.parse(edge) + draws.pick([-HOUR, -1000, 0, 1000, HOUR, 5 * HOUR]));
  } else {
    pen.inject('outage', { until: new Date(pen.now + draws.between(1, 30) * HOUR).toISOString() });
    pen.minutes(0, 20);
  }
  const asked = submit(pen, name);
  if (draws.chance(0.4)) {
    pen.days(1, 2);
    pen.act('pcp', 'submit-request', { case: `${name}-after`, use: 'outpatient' });
    pen.act(asked.by, 'attach-document', {
      case: name,
      with: { name: 'notes.pdf', description: 'Notes', content: 'pdf:2000' },
    });
  }
  for (let left = draws.between(0, 4); left > 0; left -= 1) {
    pen.onward(asked.at);
    draws.pick<() => void>([
      () => pen.act('pcp', 'list-requests'),
      () => pen.act('pcp', 'show-receipt', { path: { id: `\${case.${name}-ticket}` } }),
      () =>
        pen.act('pcp', draws.pick(['show-eligibility', 'find-members']), {
          query: { by: 'id', query: 'M1000001' },
        }),
      () => pen.act('pcp', 'list-documents', { case: name }),
      () => afterRequest(pen, asked),
    ])();
  }
}
