import { fieldError, type Parts } from '../../reference-impl/index.ts';
import { atTheDoor, instead, problem, rowsOf } from '../door.ts';
import { adjudicating, changing, strictOn, withGate } from '../makers.ts';
import { faulty, type Mutant } from '../mutant.ts';

type Body = Record<string, unknown>;

/** A fault in one kind of report. */
const inReport = (
  id: string,
  breaks: string,
  summary: string,
  kind: string | RegExp,
  change: (body: Body, context: Parameters<Parts['answer']>[1]) => void,
): Mutant =>
  atTheDoor(id, breaks, summary, ['show-report'], (body, context) => {
    if (String(body.kind).match(kind)) change(body, context);
  });

const keep = (body: Body, key: string, holds: (row: Body) => boolean): void => {
  body[key] = rowsOf(body, key).filter(holds);
};

const CLINICAL = /utilization|immunization|asthma|diabetes/;
const DAY = 86_400_000;
const earlier = (date: unknown, days: number): string =>
  new Date(Date.parse(String(date)) - days * DAY).toISOString();

/** Faults in eligibility, claims, payments, panels and reports. */
export const officeMutants: readonly Mutant[] = [
  atTheDoor(
    'nobody-has-a-birthday',
    'portal.home.eligibility-search-keys',
    'The birth date is compared in another notation.',
    ['show-eligibility'],
    (body, { query }) => {
      if (query.by === 'birth-date') body.members = [];
    },
  ),
  atTheDoor(
    'eligibility-of-yesterday',
    'portal.eligibility.refreshed-3x-daily',
    'The feed is read once a day, after midnight.',
    ['show-eligibility'],
    (body) => {
      body.refreshedAt = earlier(body.refreshedAt, 1);
    },
  ),
  withGate(
    'former-offices-look-on',
    'portal.eligibility.contracted-providers-only',
    'An account outlives its contract.',
    'contracted',
    () => () => null,
  ),
  atTheDoor(
    'claims-when-they-are-done',
    'portal.claims.status-in-process-and-final',
    'Claims appear once they are finalized.',
    ['list-claims'],
    (body) => keep(body, 'claims', ({ state }) => state === 'finalized'),
  ),
  withGate(
    'payment-by-its-address',
    'portal.access.site-scoped-patient-data',
    'An explanation of payment is fetched by its number.',
    'ofOffice',
    (gate) => (site, current, what) => what === 'payment' || gate(site, current, what),
  ),
  withGate(
    'posted-for-everybody',
    'portal.sitedocs.secure-retrieval',
    'The list is the site’s, and the address works anywhere.',
    'ofOffice',
    (gate) => (site, current, what) => what === 'document' || gate(site, current, what),
  ),
  atTheDoor(
    'explanation-as-a-page',
    'portal.eop.current-and-historical-pdf',
    'Explanations of payment are pages to look at.',
    ['download-payment'],
    (body) => {
      body.file = { name: 'explanation.html', type: 'text/html', text: '<p>Paid.</p>' };
    },
  ),
  atTheDoor(
    'nobody-must-register',
    'portal.eft.registration-required',
    'Electronic payment is an offer.',
    ['show-electronic-payment'],
    (body) => {
      body.required = false;
    },
  ),
  changing(
    'paper-goes-on',
    'portal.eft.paper-stops-after-completion',
    'The explanation is still printed.',
    (event) => (event.type === 'payment-made' ? { ...event, paperExplanation: true } : event),
  ),
  inReport(
    'roster-of-last-week',
    'portal.pcp.assignment-updated-daily',
    'Assignments are loaded on Sundays.',
    'member-roster',
    (body) => {
      body.asOf = earlier(body.asOf, 6).slice(0, 10);
    },
  ),
  changing(
    'call-without-a-consequence',
    'portal.pcp.discrepancy-by-patient-call',
    'What a member says on the phone is noted in another system.',
    (event, state) =>
      event.type === 'pcp-changed' && state.members.get(event.member)?.pcp.site !== event.site ? null : event,
  ),
  withGate(
    'closed-panels-take-members',
    'panel.pcp-office-correction.same-site-open',
    'Whether a panel is open is not looked at.',
    'correctPcp',
    (gate) => (state, correction, site) => {
      const wanted = state.world.providers.find(({ id }) => id === correction.provider);
      const own = state.members.get(correction.member)?.pcp.site === site;
      return own && wanted?.affiliations.some((one) => one.site === site)
        ? null
        : gate(state, correction, site);
    },
  ),
  instead(
    'demographics-on-paper',
    'enrollment.change.portal-primary',
    'A change of address goes by letter.',
    ({ operation, body }, { status }) =>
      operation === 'submit-enrollment-change' &&
      status === 201 &&
      (body as { kind?: unknown }).kind === 'demographic',
    () => problem(409, 'conflict', 'Please use the paper form.'),
  ),
  changing(
    'completed-without-a-word',
    'enrollment.change.realtime-status-and-email',
    'Whoever wants to know looks it up.',
    (event) => (event.type === 'mail-sent' && event.link === undefined ? null : event),
  ),
  atTheDoor(
    'three-reports',
    'portal.reports.enrollment-four-sections',
    'Redetermination is a letter to the member.',
    ['list-reports'],
    (body) => keep(body, 'reports', ({ kind }) => kind !== 'redetermination'),
  ),
  inReport(
    'first-page-of-the-roster',
    'portal.reports.member-roster-download',
    'The roster ends with the first page.',
    'member-roster',
    (body) => {
      body.rows = rowsOf(body, 'rows').slice(0, 5);
    },
  ),
  inReport(
    'those-who-left-are-not-shown',
    'portal.reports.member-transactions',
    'The report tells of new members.',
    'member-transactions',
    (body) => keep(body, 'rows', ({ transaction }) => transaction !== 'drop'),
  ),
  inReport(
    'redetermination-of-the-past',
    'portal.reports.redetermination',
    'Dates to come are not shown.',
    'redetermination',
    (body) => keep(body, 'rows', ({ date }) => String(date) < String(body.asOf)),
  ),
  inReport(
    'roster-with-those-who-left',
    'enrollment.roster.report',
    'Nobody is taken off the list.',
    'provider-roster',
    (body, { state }) => {
      const gone = state?.world.providers.find(({ id }) => id === 'dr-pcp-gone');
      const rows = rowsOf(body, 'rows');
      if (gone && rows.some(({ provider }) => provider === 'dr-pcp-open'))
        body.rows = [
          ...rows,
          { provider: gone.id, npi: gone.npi, name: gone.name, since: '2019-05-01', until: '2025-12-31' },
        ];
    },
  ),
  inReport(
    'report-of-another-site',
    'portal.reports.clinical-site-based',
    'Figures are those of the group, not of the site.',
    CLINICAL,
    (body, { state }) => {
      body.rows = (state?.world.office?.clinical ?? [])
        .filter(({ kind }) => kind === body.kind)
        .map(({ member, measure, value }) => ({ member, measure, value }));
    },
  ),
  instead(
    'clinical-reports-on-the-screen-only',
    'um.reports.download',
    'Only the enrollment reports have a file.',
    ({ operation, path }, { status }) =>
      operation === 'download-report' && status === 200 && CLINICAL.test(path.id ?? ''),
    () => problem(404, 'not-found', 'This report has no file.'),
  ),
  inReport(
    'latest-referral-not-shown',
    'portal.search.referred-in-report',
    'The report is made at night.',
    'referred-in',
    (body) => {
      body.rows = rowsOf(body, 'rows').slice(1);
    },
  ),
  strictOn(
    'no-stay-of-yesterday',
    'portal.viewer.retro-date-allowed',
    'The first day may not lie in the past.',
    ({ type, start }, { today }) =>
      type === 'admission' && Date.parse(today) - Date.parse(String(start)) === DAY
        ? [fieldError('start', 'out-of-range', 'not in the past')]
        : [],
  ),
  adjudicating(
    'any-group-of-the-doctor',
    'portal.referral.servicing-site-payment-risk',
    'A referral is matched by the doctor, whatever the group.',
    (result, claim, state) => {
      const doctor = state.world.providers.find(({ affiliations }) =>
        affiliations.some(({ id }) => id === claim.affiliation),
      );
      const referral = [...state.requests.values()].find(
        ({ accepted }) =>
          accepted.type === 'referral' &&
          accepted.member === claim.member &&
          accepted.provider === doctor?.id,
      );
      return result.authorization === null && referral ? { authorization: referral.id } : null;
    },
  ),
  adjudicating(
    'the-very-code-only',
    'portal.referral.procedure-exact-code-not-needed',
    'A claim has to name the code of the referral.',
    (result, claim, state) => {
      const about = state.requests.get(result.authorization ?? '');
      if (about?.accepted.type !== 'referral' || about.accepted.procedure === claim.procedure) return null;
      return {
        outcome: 'denied',
        reason: 'no-referral',
        issuedTo: 'provider',
        unitsPaid: 0,
        memberLiability: 0,
      };
    },
  ),
  faulty(
    'requester-answers-for-the-specialist',
    'portal.referral.servicing-contact-entered',
    'An empty contact is filled with that of the requester.',
    ({ checks, events }) => ({
      checks: checks.map(({ name, find }) => ({
        name,
        find: (draft, context) =>
          find(draft, context).filter(
            ({ path, code }) => !(path.startsWith('servicing.contact.') && code === 'required'),
          ),
      })),
      events: (made, state) =>
        events(made, state).map((event) => {
          if (event.type !== 'received' || event.accepted.channel !== 'portal') return event;
          const { servicingContact: contact, requester } = event.accepted;
          const filled = { name: contact.name || requester.name, phone: contact.phone || requester.phone };
          return { ...event, accepted: { ...event.accepted, servicingContact: filled } };
        }),
    }),
  ),
];
