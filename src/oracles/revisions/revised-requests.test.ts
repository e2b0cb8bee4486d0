import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { decided } from '../../../tests/checks/request-entry.ts';
import { inFeed, referral, revise, view } from '../../../tests/checks/revisions.ts';
import type { History } from '../../history/index.ts';
import { revisedRequests } from './revised-requests.ts';

const MORE = { units: 2, remarks: 'Two more visits' };
const approved = (totalUnits: number): object => ({ status: 'APPROVED', totalUnits });

/** Three visits were granted, and the two more of a revision as well: the viewer shows lines. */
const afterApproval =
  (...lines: object[]) =>
  (): History =>
    view(decided(inFeed(revise(referral(), MORE, 201), 2), { decision: 2, revision: 1, unitsGranted: 2 }), {
      status: 'APPROVED',
      lines,
    }).until();

/** The revision is not decided: the viewer shows a status and lines. */
const whileOpen =
  (status: string, ...lines: object[]) =>
  (): History =>
    view(inFeed(revise(referral(), MORE, 201), 2), { status, lines }).until();

const withHistory =
  (...revisions: object[]) =>
  (): History =>
    view(revise(referral(), MORE, 201), { status: 'APPROVED', remarks: '', revisions }).until();

describeChecks('requests that were revised', revisedRequests, {
  'portal.revise.units-additional-only': {
    kept: afterApproval(approved(3), approved(2)),
    broken: afterApproval(approved(4)),
    observed: { approvedUnits: 4 },
  },
  'portal.revise.keeps-original-authorization': {
    kept: whileOpen('APPROVED', approved(3)),
    broken: whileOpen('PEND', approved(3)),
    observed: { status: 'PEND', approvedUnits: 3 },
  },
  'portal.revise.print-before': {
    kept: withHistory(MORE),
    broken: withHistory({ units: 2, remarks: '' }),
    observed: { missingRevisions: [MORE] },
  },
});
