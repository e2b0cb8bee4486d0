import { describeChecks, type KeptAndBroken } from '../../../tests/checks/describe-checks.ts';
import { signedIn } from '../../../tests/checks/request-entry.ts';
import type { History } from '../../history/index.ts';
import { requirements } from './requirements.ts';

type Query = { readonly procedure: string; readonly date?: string; readonly setting?: string };

const answered =
  ({ procedure, date = '2026-02-10', setting = 'office' }: Query, answer: object) =>
  (): History =>
    signedIn().call('pcp', 'show-requirements', { query: { procedure, date, setting }, answer }).until();

/** What the grid asks of a service, told and told wrongly. */
const asks = (query: Query, right: string, wrong: string): KeptAndBroken => ({
  kept: answered(query, { asks: right }),
  broken: answered(query, { asks: wrong }),
  observed: { asks: wrong },
});

describeChecks('requirements', requirements, {
  'um.lookup.guidelines-online': {
    kept: answered({ procedure: '29881' }, { guideline: 'https://guidelines.example/29881' }),
    broken: answered({ procedure: '29881' }, { guideline: '' }),
    observed: { answer: 200, guideline: '' },
  },
  // What is asked of 64561 changes on 04/01/2026.
  'um.lookup.grid-current': asks(
    { procedure: '64561', date: '2026-04-01' },
    'prior-authorization',
    'nothing',
  ),
  'um.lookup.sdc-list-only': asks(
    { procedure: '11402', setting: 'surgical' },
    'nothing',
    'prior-authorization',
  ),
  'um.lookup.dme-list-only': asks({ procedure: 'E0110' }, 'nothing', 'prior-authorization'),
  'um.notice.requested-or-required': asks({ procedure: '99284' }, 'requested-notification', 'nothing'),
  'um.pa.listed-services': asks({ procedure: 'S9494' }, 'prior-authorization', 'nothing'),
});
