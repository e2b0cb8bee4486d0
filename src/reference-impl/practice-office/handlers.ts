import { localDate } from '../../calendar/calendar.ts';
import { type EnrollmentChange, type ReportKind, reportKind } from '../../contract/index.ts';
import type { Answer, FileAnswer } from '../core/parts.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { parseBody, parseQuery, problemAnswer, type SessionCall, success } from '../http/exchange.ts';
import { calendarOf } from '../time-frames/limits.ts';
import { REPORTS, reportFile, siteReport } from './reports.ts';
import { claimsOf, eligibility, paymentsOf, pdfOf, siteDocumentsOf } from './views.ts';

type Handler = (call: SessionCall) => Answer;

const siteOf = ({ session }: SessionCall): string => session.site ?? '';
const missing = (what: string): Answer => problemAnswer(refuse('not-found', `There is no ${what}.`));

/** What the plan keeps for one site, when it is asked for at the current one. */
const own = (call: SessionCall, site: string, what: 'payment' | 'document'): boolean =>
  call.portal.parts.gates.ofOffice(site, siteOf(call), what);

function showEligibility(call: SessionCall): Answer {
  const { host, pack, portal, user } = call;
  const query = parseQuery(call);
  if (isRefusal(query)) return problemAnswer(query);
  const today = localDate(calendarOf(pack, 'none'), host.state.now);
  const refusal =
    user.kind === 'provider' ? portal.parts.gates.contracted(host.state, siteOf(call), today) : null;
  if (refusal) return problemAnswer(refusal);
  return success(call.operation, eligibility(host.state, String(query.by), String(query.query), pack));
}

function listClaims(call: SessionCall): Answer {
  const query = parseQuery(call);
  if (isRefusal(query)) return problemAnswer(query);
  const { member, claim } = query as { member?: string; claim?: string };
  return success(call.operation, {
    claims: claimsOf(call.host.state, siteOf(call), { member, claim }, call.pack),
  });
}

function downloadPayment(call: SessionCall): Answer {
  const payment = (call.host.state.world.office?.payments ?? []).find(({ id }) => id === call.path.id);
  if (!payment || !own(call, payment.site, 'payment')) return missing(`payment ${call.path.id}`);
  const site = call.host.state.world.sites.find(({ id }) => id === payment.site)?.name ?? '';
  const amount = `$${(payment.amount / 100).toFixed(2)}`;
  const text = pdfOf(['Explanation of payment', site, `Paid on ${payment.paidOn}`, `Amount ${amount}`]);
  const file: FileAnswer = { name: `${payment.id}.pdf`, type: 'application/pdf', text };
  return success(call.operation, { file });
}

const electronic = ({ host, session }: SessionCall) => {
  const state = host.state.office.electronic.get(session.site ?? '') ?? ('not-registered' as const);
  return { state, required: state === 'not-registered' };
};

function register(call: SessionCall): Answer {
  const body = parseBody(call);
  if (isRefusal(body)) return problemAnswer(body);
  const done = call.host.execute({ do: 'register-payment', site: siteOf(call) }, call.host.state.now);
  return isRefusal(done) ? problemAnswer(done) : success(call.operation, electronic(call));
}

function askEnrollment(call: SessionCall): Answer {
  const asked = parseBody<EnrollmentChange>(call);
  if (isRefusal(asked)) return problemAnswer(asked);
  const command = { do: 'ask-enrollment', site: siteOf(call), user: call.user.id, asked } as const;
  const done = call.host.execute(command, call.host.state.now);
  if (isRefusal(done)) return problemAnswer(done);
  const made = done.find((event) => event.type === 'enrollment-submitted');
  const change = made?.type === 'enrollment-submitted' ? made.change : '';
  return success(call.operation, {
    change,
    kind: asked.kind,
    npi: asked.npi,
    effective: asked.effective,
    state: 'submitted',
  });
}

function listEnrollment(call: SessionCall): Answer {
  const changes = [...call.host.state.office.enrollment.values()]
    .filter(({ site }) => site === siteOf(call))
    .map(({ change, kind, npi, effective, state }) => ({ change, kind, npi, effective, state }));
  return success(call.operation, { changes });
}

function correctPcp(call: SessionCall): Answer {
  const correction = parseBody<{ member: string; provider: string }>(call);
  if (isRefusal(correction)) return problemAnswer(correction);
  const site = siteOf(call);
  const done = call.host.execute({ do: 'correct-pcp', site, correction }, call.host.state.now);
  return isRefusal(done) ? problemAnswer(done) : success(call.operation, { ...correction, site });
}

const kindsFor = ({ user, session, portal }: SessionCall): ReportKind[] =>
  reportKind.options.filter(
    (kind) =>
      user.kind === 'provider' &&
      portal.parts.gates.feature(user, session.site ?? '', REPORTS[kind].needs) === null,
  );

function listReports(call: SessionCall): Answer {
  const reports = kindsFor(call).map((kind) => ({ kind, title: REPORTS[kind].title }));
  return success(call.operation, { reports });
}

function reportOf(call: SessionCall) {
  const { host, portal, pack, path, user, operation } = call;
  const kind = reportKind.safeParse(path.id);
  if (!kind.success) return missing(`report ${path.id}; there are ${reportKind.options.join(', ')}`);
  const site = siteOf(call);
  if (user.kind !== 'provider') return problemAnswer(refuse('forbidden', 'Reports are those of a site.'));
  const refusal = portal.parts.gates.feature(user, site, REPORTS[kind.data].needs);
  if (refusal) return problemAnswer(refusal);
  const query = operation === 'show-report' ? parseQuery(call) : {};
  if (isRefusal(query)) return problemAnswer(query);
  const { gates } = portal.parts;
  const named = [...host.state.requests.values()].filter(
    (request) => request.accepted.site !== site && gates.see(host.state, request, site) !== 'nothing',
  );
  return siteReport(host.state, kind.data, { site, pack, named }, query);
}

function showReport(call: SessionCall): Answer {
  const report = reportOf(call);
  return 'status' in report ? report : success(call.operation, report);
}

function downloadReport(call: SessionCall): Answer {
  const report = reportOf(call);
  if ('status' in report) return report;
  const name = `${report.kind}-${siteOf(call)}-${report.asOf}.csv`;
  const file: FileAnswer = { name, type: 'text/csv; charset=utf-8', text: reportFile(report) };
  return success(call.operation, { file });
}

function downloadSiteDocument(call: SessionCall): Answer {
  const found = (call.host.state.world.office?.documents ?? []).find(({ id }) => id === call.path.id);
  if (!found || !own(call, found.site, 'document')) return missing(`document ${call.path.id}`);
  const file: FileAnswer = {
    name: `${found.id}.pdf`,
    type: 'application/pdf',
    text: pdfOf([found.title, found.text]),
  };
  return success(call.operation, { file });
}

export const OFFICE_HANDLERS: Record<
  | 'show-eligibility'
  | 'list-claims'
  | 'list-payments'
  | 'download-payment'
  | 'show-electronic-payment'
  | 'register-electronic-payment'
  | 'submit-enrollment-change'
  | 'list-enrollment-changes'
  | 'correct-pcp'
  | 'list-reports'
  | 'show-report'
  | 'download-report'
  | 'list-site-documents'
  | 'download-site-document',
  Handler
> = {
  'show-eligibility': showEligibility,
  'list-claims': listClaims,
  'list-payments': (call) =>
    success(call.operation, { payments: paymentsOf(call.host.state, siteOf(call), call.pack) }),
  'download-payment': downloadPayment,
  'show-electronic-payment': (call) => success(call.operation, electronic(call)),
  'register-electronic-payment': register,
  'submit-enrollment-change': askEnrollment,
  'list-enrollment-changes': listEnrollment,
  'correct-pcp': correctPcp,
  'list-reports': listReports,
  'show-report': showReport,
  'download-report': downloadReport,
  'list-site-documents': (call) =>
    success(call.operation, {
      documents: siteDocumentsOf(call.host.state, siteOf(call), call.pack).map(({ id, title, postedOn }) => ({
        id,
        title,
        postedOn,
      })),
    }),
  'download-site-document': downloadSiteDocument,
};
