import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { SmallHistory } from '../../../tests/checks/small-history.ts';
import type { History } from '../../history/index.ts';
import { announcements } from './announcements.ts';

// From 04/01/2026 on the grid asks for prior authorization of 64561, a nerve stimulator trial.
const announced = (day: string) => (): History =>
  new SmallHistory('2026-02-02T08:00:00-05:00', { desk: 'portal' })
    .at('2026-02-02T09:00:00-05:00')
    .at(`${day}T09:00:00-04:00`)
    .feed({
      type: 'announced',
      request: '',
      procedure: '64561',
      effectiveFrom: '2026-04-01',
      by: 'newsletter',
    })
    .until('2026-04-03T12:00:00-04:00');

describeChecks('announcements', announcements, {
  'um.program.pa-change-notice': {
    kept: announced('2026-04-01'),
    broken: announced('2026-04-02'),
    observed: { daysAhead: -1, announcedOn: '2026-04-02' },
  },
});
