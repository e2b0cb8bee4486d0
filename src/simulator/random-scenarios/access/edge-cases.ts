import type { Pen } from '../pen.ts';

/** What users did, as the trail of it tells. */
export function auditTrail(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', { case: name, use: 'referral' });
  for (const op of ['view-request', 'list-requests', 'find-members', 'show-eligibility'].filter(() =>
    draws.chance(0.7),
  )) {
    pen.minutes();
    const about =
      op === 'view-request'
        ? { case: name }
        : op === 'find-members'
          ? { query: { query: 'M1000001' } }
          : op === 'show-eligibility'
            ? { query: { by: 'id', query: 'M1000001' } }
            : {};
    pen.act('pcp', op, about);
  }
  pen.minutes();
  pen.act('administrator', 'read-audit-trail');
}

/** A user of two sites, and lists that must follow the site. */
export function twoSites(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', { case: name, use: 'referral', with: { diagnoses: ['E11.9'] } });
  pen.act('specialist', 'submit-request', { case: `${name}2`, use: 'concurrent' });
  for (const site of ['site-spec', 'site-pcp']) {
    pen.minutes();
    pen.act('two-sites', 'choose-site', { with: { site } });
    pen.act('two-sites', 'list-requests');
  }
  for (let left = draws.between(1, 4); left > 0; left -= 1) {
    pen.minutes();
    draws.pick<() => void>([
      () =>
        pen.act('two-sites', 'choose-site', {
          with: { site: draws.pick(['site-spec', 'site-pcp', 'site-other']) },
        }),
      () => pen.act('two-sites', 'list-requests'),
      () => pen.act('two-sites', 'show-session'),
      () => pen.act('pcp', 'choose-site', { with: { site: draws.pick(['site-spec', 'site-pcp']) } }),
      () => pen.act('pcp', 'list-requests', { query: { diagnosis: draws.pick(['E11.9', 'M17.11']) } }),
      () =>
        pen.act(draws.pick(['other', 'pcp-sister', 'specialist']), 'list-requests', {
          query: { member: 'M1000001' },
        }),
    ])();
  }
}
