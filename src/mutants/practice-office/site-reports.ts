import { changingAnswers, keepRows, problem, replacingAnswers, rowsOf } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';
import { changingReport, daysBefore } from './makers.ts';

const CLINICAL = /utilization|immunization|asthma|diabetes/;

/** Faults in the reports and documents of a site. */
export const siteReports: readonly Mutant[] = [
  changingGate({
    id: 'posted-for-everybody',
    breaks: 'portal.sitedocs.secure-retrieval',
    summary: 'The list is the site’s, and the address works anywhere.',
    gate: 'ofOffice',
    change: (gate) => (site, current, what) => what === 'document' || gate(site, current, what),
  }),
  changingReport({
    id: 'roster-of-last-week',
    breaks: 'portal.pcp.assignment-updated-daily',
    summary: 'Assignments are loaded on Sundays.',
    report: 'member-roster',
    change: (body) => {
      body.asOf = daysBefore(body.asOf, 6).slice(0, 10);
    },
  }),
  changingEvents({
    id: 'call-without-a-consequence',
    breaks: 'portal.pcp.discrepancy-by-patient-call',
    summary: 'What a member says on the phone is noted in another system.',
    change: (event, state) =>
      event.type === 'pcp-changed' && state.members.get(event.member)?.pcp.site !== event.site ? null : event,
  }),
  changingAnswers({
    id: 'three-reports',
    breaks: 'portal.reports.enrollment-four-sections',
    summary: 'The redetermination report is missing.',
    operations: ['list-reports'],
    change: (body) => keepRows(body, 'reports', ({ kind }) => kind !== 'redetermination'),
  }),
  changingReport({
    id: 'first-page-of-the-roster',
    breaks: 'portal.reports.member-roster-download',
    summary: 'The roster ends with the first page.',
    report: 'member-roster',
    change: (body) => {
      body.rows = rowsOf(body, 'rows').slice(0, 5);
    },
  }),
  changingReport({
    id: 'those-who-left-are-not-shown',
    breaks: 'portal.reports.member-transactions',
    summary: 'The report leaves out members who left.',
    report: 'member-transactions',
    change: (body) => keepRows(body, 'rows', ({ transaction }) => transaction !== 'drop'),
  }),
  changingReport({
    id: 'redetermination-of-the-past',
    breaks: 'portal.reports.redetermination',
    summary: 'Dates to come are not shown.',
    report: 'redetermination',
    change: (body) => keepRows(body, 'rows', ({ date }) => String(date) < String(body.asOf)),
  }),
  changingReport({
    id: 'roster-with-those-who-left',
    breaks: 'enrollment.roster.report',
    summary: 'Nobody is taken off the list.',
    report: 'provider-roster',
    change: (body, { state }) => {
      const gone = state?.world.providers.find(({ id }) => id === 'dr-pcp-gone');
      const rows = rowsOf(body, 'rows');
      if (gone && rows.some(({ provider }) => provider === 'dr-pcp-open'))
        body.rows = [
          ...rows,
          { provider: gone.id, npi: gone.npi, name: gone.name, since: '2019-05-01', until: '2025-12-31' },
        ];
    },
  }),
  changingReport({
    id: 'report-of-another-site',
    breaks: 'portal.reports.clinical-site-based',
    summary: 'Figures are those of the group, not of the site.',
    report: CLINICAL,
    change: (body, { state }) => {
      body.rows = (state?.world.office?.clinical ?? [])
        .filter(({ kind }) => kind === body.kind)
        .map(({ member, measure, value }) => ({ member, measure, value }));
    },
  }),
  replacingAnswers({
    id: 'clinical-reports-on-the-screen-only',
    breaks: 'um.reports.download',
    summary: 'Only the enrollment reports have a file.',
    when: ({ operation, path }, { status }) =>
      operation === 'download-report' && status === 200 && CLINICAL.test(path.id ?? ''),
    answer: () => problem(404, 'not-found', 'This report has no file.'),
  }),
  changingReport({
    id: 'latest-referral-not-shown',
    breaks: 'portal.search.referred-in-report',
    summary: 'The report is made at night.',
    report: 'referred-in',
    change: (body) => {
      body.rows = rowsOf(body, 'rows').slice(1);
    },
  }),
];
