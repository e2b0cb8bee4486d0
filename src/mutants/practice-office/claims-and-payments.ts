import { changingAnswers, keepRows, problem, replacingAnswers } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in claims, payments and panels as a practice sees them. */
export const claimsAndPayments: readonly Mutant[] = [
  changingAnswers({
    id: 'claims-when-they-are-done',
    breaks: 'portal.claims.status-in-process-and-final',
    summary: 'Claims appear once they are finalized.',
    operations: ['list-claims'],
    change: (body) => keepRows(body, 'claims', ({ state }) => state === 'finalized'),
  }),
  changingGate({
    id: 'payment-by-its-address',
    breaks: 'portal.access.site-scoped-patient-data',
    summary: 'An explanation of payment is fetched by its number.',
    gate: 'ofOffice',
    change: (gate) => (site, current, what) => what === 'payment' || gate(site, current, what),
  }),
  changingAnswers({
    id: 'explanation-as-a-page',
    breaks: 'portal.eop.current-and-historical-pdf',
    summary: 'Explanations of payment are pages to look at.',
    operations: ['download-payment'],
    change: (body) => {
      body.file = { name: 'explanation.html', type: 'text/html', text: '<p>Paid.</p>' };
    },
  }),
  changingAnswers({
    id: 'nobody-must-register',
    breaks: 'portal.eft.registration-required',
    summary: 'Electronic payment is an offer.',
    operations: ['show-electronic-payment'],
    change: (body) => {
      body.required = false;
    },
  }),
  changingEvents({
    id: 'paper-goes-on',
    breaks: 'portal.eft.paper-stops-after-completion',
    summary: 'The explanation is still printed.',
    change: (event) => (event.type === 'payment-made' ? { ...event, paperExplanation: true } : event),
  }),
  changingGate({
    id: 'closed-panels-take-members',
    breaks: 'panel.pcp-office-correction.same-site-open',
    summary: 'Whether a panel is open is not looked at.',
    gate: 'correctPcp',
    change: (gate) => (state, correction, site) => {
      const wanted = state.world.providers.find(({ id }) => id === correction.provider);
      const own = state.members.get(correction.member)?.pcp.site === site;
      return own && wanted?.affiliations.some((one) => one.site === site)
        ? null
        : gate(state, correction, site);
    },
  }),
  replacingAnswers({
    id: 'demographics-on-paper',
    breaks: 'enrollment.change.portal-primary',
    summary: 'A change of address goes by letter.',
    when: ({ operation, body }, { status }) =>
      operation === 'submit-enrollment-change' &&
      status === 201 &&
      (body as { kind?: unknown }).kind === 'demographic',
    answer: () => problem(409, 'conflict', 'Please use the paper form.'),
  }),
  changingEvents({
    id: 'completed-without-a-word',
    breaks: 'enrollment.change.realtime-status-and-email',
    summary: 'Whoever wants to know looks it up.',
    change: (event) => (event.type === 'mail-sent' && event.link === undefined ? null : event),
  }),
];
