import type { Pen } from '../pen.ts';

const _SECOND = 1000;

/** What an office is paid, told and shown over some days. */
export function officeDays(pen: Pen): void {
  const { draws } = pen;
  pen.act('pcp', 'register-electronic-payment', { with: { account: '000123456', routing: '011000015' } });
  pen.minutes();
  pen.inject('payment-run', { site: 'site-pcp', amount: 1000 });
  pen.days(0, 3);
  pen.inject('electronic-payment-completed', { site: 'site-pcp' });
  pen.days(0, 2);
  pen.inject('payment-run', { site: 'site-pcp', amount: 2000 });
  if (draws.chance(0.6))
    pen.inject('member-call', { member: 'M1000002', provider: 'dr-sister', site: 'site-pcp-sister' });
  pen.days(2, 4);
  for (const who of ['pcp-sister', 'pcp', 'pcp-admin'])
    pen.act(who, 'show-report', {
      path: { id: draws.pick(['member-roster', 'member-transactions', 'asthma', 'diabetes']) },
    });
  pen.act('pcp-admin', 'download-report', {
    path: { id: draws.pick(['asthma', 'immunization', 'member-roster', 'er-utilization']) },
  });
}
