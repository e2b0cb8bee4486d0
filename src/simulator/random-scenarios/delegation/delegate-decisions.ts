import { afterRequest } from '../after-request.ts';
import { HOUR, type Pen } from '../pen.ts';

/** A decision that a delegate of the plan made, and what is asked at the plan about what a delegate reviews. */
export function delegateDecision(pen: Pen, name: string): void {
  const { draws } = pen;
  const procedure = draws.pick(['70551', 'J0135']);
  pen.inject(
    'delegate-decision',
    {
      delegate: draws.pick(['evicore', 'cvs']),
      number: pen.number('EV'),
      site: 'site-pcp',
      member: draws.pick(['M1000001', 'M1000002']),
      provider: 'dr-spec',
      affiliation: 'aff-spec',
      procedure,
      units: 1,
      start: pen.date(1),
      end: pen.date(80),
      outcome: draws.pick(['approved', 'denied']),
      receivedAt: new Date(pen.now - draws.between(1, 60) * HOUR).toISOString(),
      role: draws.pick(['physician', 'nurse']),
    },
    { case: name },
  );
  const asked = {
    name,
    by: 'pcp',
    use: 'outpatient',
    fields: { member: 'M1000001', procedure },
    at: pen.now,
  };
  for (let left = draws.between(1, 4); left > 0; left -= 1) {
    pen.onward(asked.at);
    afterRequest(pen, asked);
  }
}
