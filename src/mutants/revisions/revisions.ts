import { type Parts, refuse } from '../../reference-impl/index.ts';
import { changingAnswers, replacingAnswers, rowsOf } from '../makers/answers.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';
import { allowingRevision, changingRevision } from './makers.ts';

type Revision = Parameters<Parts['gates']['revise']>[1];

const without = (revision: Revision, ...names: (keyof Revision)[]): Revision =>
  Object.fromEntries(
    Object.entries(revision).filter(([name]) => !names.includes(name as keyof Revision)),
  ) as Revision;

/** Faults in what may be revised, by whom, and what comes of it. */
export const revisions: readonly Mutant[] = [
  changingRevision({
    id: 'approved-referral-is-final',
    breaks: 'portal.status.approved-editable',
    summary: 'What is approved is not touched.',
    change: (gate, request, revision, today, pack) =>
      request.status === 'APPROVED' && request.accepted.type === 'referral' && revision.units > 0
        ? refuse('conflict', 'This referral is approved.')
        : gate(request, revision, today, pack),
  }),
  changingRevision({
    id: 'no-revision-in-review',
    breaks: 'portal.status.medreview-editable',
    summary: 'While the nurse reads nobody writes.',
    change: (gate, request, revision, today, pack) =>
      request.status === 'MEDREVIEW'
        ? refuse('conflict', 'In review.')
        : gate(request, revision, today, pack),
  }),
  allowingRevision({
    id: 'closed-can-be-revised',
    breaks: 'portal.status.closed-not-editable',
    summary: 'The status is compared with a list that lacks one.',
    when: ({ status, determinations }) => status === 'CLOSED' && determinations.length === 0,
  }),
  allowingRevision({
    id: 'open-form-still-sends',
    breaks: 'portal.status.server-side-enforced',
    summary: 'The status is looked at when the form opens, and not again.',
    when: ({ status, determinations }) => status === 'CLOSED' && determinations.length > 0,
  }),
  allowingRevision({
    id: 'pended-can-be-revised',
    breaks: 'portal.status.pend-not-editable',
    summary: 'Pended and in review are one status to the portal.',
    when: ({ status }) => status === 'PEND',
  }),
  allowingRevision({
    id: 'denied-can-be-revised',
    breaks: 'portal.status.denied-not-editable',
    summary: 'A revision is the short way to a reconsideration.',
    when: ({ status }) => status === 'DENIED',
  }),
  changingGate({
    id: 'servicing-site-may-revise',
    breaks: 'portal.revise.permission',
    summary: 'Who may see a request may add to it.',
    gate: 'reviser',
    change: () => () => true,
  }),
  changingAnswers({
    id: 'a-number-for-each-revision',
    breaks: 'portal.revise.submit',
    summary: 'A revision is a request of its own.',
    operations: ['revise-request'],
    change: (body, { state, path }) => {
      if (state?.requests.get(path.id ?? '')?.accepted.type === 'referral') body.request = `${path.id}-R`;
    },
  }),
  // A revision that names another procedure changes it on the record.
  {
    id: 'revision-changes-the-procedure',
    breaks: 'portal.revise.referral-fields-only-units-remarks',
    summary: 'The revise form is the request form, filled in.',
    meddles: true,
    make: (parts) => {
      const changed = new Map<string, string>();
      const { revise } = parts.gates;
      return {
        ...parts,
        gates: {
          ...parts.gates,
          revise: (request, revision, today, pack) => {
            if (request.accepted.type !== 'referral' || revision.procedure === undefined)
              return revise(request, revision, today, pack);
            changed.set(request.id, revision.procedure);
            return revise(request, without(revision, 'procedure'), today, pack);
          },
        },
        answer: (answer, context) => {
          const passed = parts.answer(answer, context);
          const code = changed.get(context.path.id ?? '');
          if (context.operation !== 'view-request' || passed.status !== 200 || code === undefined)
            return passed;
          const body = structuredClone(passed.body) as Record<string, unknown>;
          for (const line of rowsOf(body, 'lines')) line.code = code;
          return { ...passed, body };
        },
      };
    },
  },
  changingRevision({
    id: 'revision-moves-the-end',
    breaks: 'portal.referral.outside-dates-new-request',
    summary: 'The dates of a referral are extended by revising it.',
    change: (gate, request, revision, today, pack) =>
      gate(request, request.accepted.type === 'referral' ? without(revision, 'end') : revision, today, pack),
  }),
  changingRevision({
    id: 'no-procedure-is-added',
    breaks: 'portal.revise.add-procedure',
    summary: 'The rule for referrals is applied to everything.',
    change: (gate, request, revision, today, pack) =>
      request.accepted.type !== 'referral' && (revision.add?.length ?? 0) > 0
        ? refuse('invalid', 'No procedures are added.')
        : gate(request, revision, today, pack),
  }),
  changingRevision({
    id: 'nothing-is-a-revision',
    breaks: 'portal.revise.no-change-refused',
    summary: 'An empty form is sent like a full one.',
    change: (gate, request, revision, today, pack) => {
      const empty = revision.units === 0 && !revision.remarks && !revision.end && !revision.add?.length;
      return gate(request, empty ? { ...revision, remarks: '-' } : revision, today, pack);
    },
  }),
  replacingAnswers({
    id: 'half-a-visit',
    breaks: 'portal.revise.units-valid',
    summary: 'Units are rounded down without a message to the user.',
    when: ({ operation, body }, { status }) =>
      operation === 'revise-request' &&
      status === 400 &&
      !Number.isInteger((body as { units?: unknown }).units),
    answer: ({ path, state }) => ({
      status: 201,
      body: { request: path.id, at: new Date(state?.now ?? 0).toISOString() },
    }),
  }),
  changingRevision({
    id: 'long-remarks-in-a-revision',
    breaks: 'portal.revise.remarks-limit',
    summary: 'The limit was put on the first form only.',
    change: (gate, request, revision, today, pack) =>
      gate(request, { ...revision, remarks: revision.remarks?.slice(0, 255) }, today, pack),
  }),
  changingAnswers({
    id: 'units-as-the-new-total',
    breaks: 'portal.revise.units-additional-only',
    summary: 'The entry is taken for the new total.',
    operations: ['view-request'],
    change: (body) => {
      const last = rowsOf(body, 'revisions')
        .filter(({ units }) => Number(units) > 0)
        .at(-1);
      const [first] = rowsOf(body, 'lines');
      if (body.type === 'referral' && last && first) body.lines = [{ ...first, totalUnits: last.units }];
    },
  }),
  changingAnswers({
    id: 'all-in-review-again',
    breaks: 'portal.revise.keeps-original-authorization',
    summary: 'While more is asked for, what was granted is under review too.',
    operations: ['view-request'],
    change: (body, { state, path }) => {
      const request = state?.requests.get(path.id ?? '');
      const [first] = rowsOf(body, 'lines');
      if (request?.revision && first && request.accepted.type !== 'referral') first.status = 'MEDREVIEW';
    },
  }),
  changingAnswers({
    id: 'no-history-of-revisions',
    breaks: 'portal.revise.print-before',
    summary: 'Whoever wants to know what was granted before has printed it.',
    operations: ['view-request'],
    change: (body) => {
      body.revisions = [];
    },
  }),
];
