import { permissionChanges, userAt } from '../../facts/accounts.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { siteOf } from '../../facts/site.ts';
import { text } from '../../facts/values.ts';
import { type Comparison, callChecks, onCall } from '../check.ts';
import { atLeast, atMost } from '../value.ts';

const FEATURES: Readonly<Record<string, string>> = {
  'view-request': 'view',
  'list-requests': 'view',
  'list-documents': 'view',
  'download-document': 'view',
  'show-fax-cover': 'view',
  'attach-document': 'upload',
  'revise-request': 'revise',
  'show-eligibility': 'eligibility',
  'list-claims': 'claims',
  'list-payments': 'payments',
  'download-payment': 'payments',
  'submit-enrollment-change': 'enrollment-changes',
  'correct-pcp': 'pcp-corrections',
  'list-site-documents': 'site-documents',
  'download-site-document': 'site-documents',
};

const ENROLLMENT_REPORTS = ['member-roster', 'member-transactions', 'redetermination', 'provider-roster'];
const CLINICAL_REPORTS = ['er-utilization', 'immunization', 'asthma', 'diabetes'];
const TYPES = ['referral', 'outpatient', 'admission'];

/** The permission that a call needs at its site; null where it needs none that is known. */
export function neededBy({ op, path, body }: Exchange): string | null {
  if (op === 'submit-request')
    return TYPES.includes(text(body.type) ?? '') ? `submit-${text(body.type)}` : null;
  if (op === 'show-report' || op === 'download-report') {
    if (ENROLLMENT_REPORTS.includes(text(path.id) ?? '')) return 'enrollment-reports';
    return CLINICAL_REPORTS.includes(text(path.id) ?? '') ? 'clinical-reports' : 'view';
  }
  return FEATURES[op] ?? null;
}

/** Whether a call came with the permission that it needs, and whether that decided its fate. */
function permitted(
  exchange: Exchange,
  facts: Facts,
  which: (needed: string, site: { readonly class: string }) => boolean,
): Comparison | null {
  const needed = neededBy(exchange);
  const user = needed ? userAt(facts, exchange) : null;
  const own = user?.sites.find(({ site }) => site === siteOf(facts, exchange));
  if (!needed || !user || !own || exchange.status === 401) return null;
  if (permissionChanges(facts, exchange).length > 0) return null;
  if (!which(needed, { class: user.class ?? 'staff' })) return null;
  const has = (own.permissions as readonly string[]).includes(needed);
  // Elsewhere a refusal may have another reason; here only the lack of a permission is looked at.
  if (has && exchange.status >= 400) return null;
  return onCall(
    exchange,
    { answer: has ? atMost(399) : atLeast(400) },
    { answer: exchange.status },
    { given: { operation: exchange.op, site: own.site, permission: needed, permitted: has } },
  );
}

/** Features by permission, for who is not submitting. User Guide, Helpful Hints; Section 4, Overview. */
export const features = callChecks(['sessions', 'accounts'], {
  'portal.access.permission-per-feature': (exchange, facts) =>
    permitted(
      exchange,
      facts,
      (needed, user) =>
        user.class === 'staff' && !needed.startsWith('submit-') && needed !== 'clinical-reports',
    ),
  'portal.access.third-party-biller-users': (exchange, facts) => {
    const { op, body, status } = exchange;
    if (op === 'request-access' && body.class === 'third-party-biller' && status !== 422)
      return onCall(exchange, { answer: 201 }, { answer: status }, { given: { class: body.class } });
    return permitted(exchange, facts, (_needed, user) => user.class === 'third-party-biller');
  },
  'um.reports.role-based-access': (exchange, facts) =>
    permitted(exchange, facts, (needed, user) => user.class === 'staff' && needed === 'clinical-reports'),
});
