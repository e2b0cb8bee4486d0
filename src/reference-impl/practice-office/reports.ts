import { localDate } from '../../calendar/calendar.ts';
import type { Permission, ReportKind, SiteReport } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import type { PortalState, RequestState } from '../core/state.ts';
import { coveredOn } from '../request-entry/check.ts';
import { calendarOf } from '../time-frames/limits.ts';
import { linesOf } from '../viewer/view.ts';

/** What each report is called, and which permission opens it. Section 4, Reports and Clinical Reports. */
export const REPORTS: Readonly<Record<ReportKind, { title: string; needs: Permission }>> = {
  'member-roster': { title: 'Member Roster', needs: 'enrollment-reports' },
  'member-transactions': { title: 'Member Transactions', needs: 'enrollment-reports' },
  redetermination: { title: 'Redetermination', needs: 'enrollment-reports' },
  'provider-roster': { title: 'Site Provider Roster', needs: 'enrollment-reports' },
  'referred-in': { title: 'Referred to this office', needs: 'view' },
  'er-utilization': { title: 'ER utilization', needs: 'clinical-reports' },
  immunization: { title: 'Immunization rates', needs: 'clinical-reports' },
  asthma: { title: 'Asthma', needs: 'clinical-reports' },
  diabetes: { title: 'Diabetes', needs: 'clinical-reports' },
};

const dateFrom = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

type Filter = { readonly provider?: string | undefined; readonly member?: string | undefined };
type Asking = {
  readonly site: string;
  readonly pack: Pack;
  /** Requests that name this site to render the service, as far as it may verify them. */
  readonly named: readonly RequestState[];
};

function referredIn(state: PortalState, { named }: Asking, member: string | undefined) {
  return named
    .filter(({ accepted }) => member === undefined || accepted.member === member)
    .map((request) => {
      const { accepted, id, status } = request;
      const granted = linesOf(state, request).filter((line) => line.status === 'APPROVED');
      const from = state.world.sites.find((site) => site.id === accepted.site)?.name ?? '';
      const units = granted.reduce((sum, line) => sum + line.totalUnits, 0);
      const used = granted.reduce((sum, line) => sum + line.usedUnits, 0);
      return {
        id,
        member: accepted.member,
        from,
        status,
        units,
        used,
        start: accepted.start,
        end: accepted.end,
      };
    });
}

/** One report of a site, whole: rows are never cut off. */
export function siteReport(state: PortalState, kind: ReportKind, asking: Asking, filter: Filter): SiteReport {
  const { site, pack } = asking;
  const asOf = localDate(calendarOf(pack, 'none'), state.now);
  const panel = [...state.members.values()].filter(({ pcp }) => pcp.site === site);
  const transactions = pack.figures.transactionsReport.value;
  const redetermination = pack.figures.redeterminationReport.value;
  switch (kind) {
    case 'member-roster':
      return {
        kind,
        asOf,
        rows: panel
          .filter((member) => coveredOn(member, asOf))
          .filter(({ pcp }) => filter.provider === undefined || pcp.provider === filter.provider)
          .map(({ id, pcp, lastName, firstName, birthDate }) => ({
            provider: pcp.provider,
            member: id,
            name: `${lastName}, ${firstName}`,
            birthDate,
          })),
      };
    case 'member-transactions':
      return {
        kind,
        asOf,
        rows: state.office.transactions
          .filter((one) => one.site === site)
          .filter(({ effective }) => effective >= dateFrom(asOf, -transactions.back) && effective <= asOf)
          .map(({ member, transaction, effective }) => ({ member, transaction, effective })),
      };
    case 'redetermination':
      return {
        kind,
        asOf,
        rows: panel.flatMap(({ id, redetermination: due }) =>
          due &&
          due.date >= dateFrom(asOf, -redetermination.back) &&
          due.date <= dateFrom(asOf, redetermination.ahead)
            ? [{ member: id, ...due }]
            : [],
        ),
      };
    case 'provider-roster':
      return {
        kind,
        asOf,
        rows: state.world.providers.flatMap(({ id, npi, name, affiliations }) =>
          affiliations
            .filter((own) => own.site === site)
            .filter(({ enrolledFrom }) => enrolledFrom === undefined || enrolledFrom <= asOf)
            .filter(({ enrolledUntil }) => enrolledUntil === undefined || enrolledUntil >= asOf)
            .map(({ enrolledFrom, enrolledUntil }) => ({
              provider: id,
              npi,
              name,
              since: enrolledFrom ?? '2019-01-01',
              until: enrolledUntil ?? null,
            })),
        ),
      };
    case 'referred-in':
      return { kind, asOf, rows: referredIn(state, asking, filter.member) };
    default: {
      const own = new Set(panel.map(({ id }) => id));
      const rows = (state.world.office?.clinical ?? [])
        .filter((row) => row.kind === kind && own.has(row.member))
        .map(({ member, measure, value }) => ({ member, measure, value }));
      return { kind, asOf, rows };
    }
  }
}

/** A cell that no spreadsheet takes for a formula. */
const cell = (value: unknown): string => {
  const text = String(value ?? '');
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
};

/** A report as CSV (RFC 4180), every cell quoted. */
export function reportFile({ rows }: SiteReport): string {
  const [first] = rows as readonly Record<string, unknown>[];
  const columns = Object.keys(first ?? {});
  const lines = (rows as readonly Record<string, unknown>[]).map((row) =>
    columns.map((column) => cell(row[column])).join(','),
  );
  return [columns.map(cell).join(','), ...lines, ''].join('\r\n');
}
