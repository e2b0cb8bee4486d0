import { type Parts, type RequestState, refuse } from '../../reference-impl/index.ts';
import { atTheDoor, instead, rowsOf } from '../door.ts';
import { withGate } from '../makers.ts';
import type { Mutant } from '../mutant.ts';

type Revise = Parts['gates']['revise'];
type Revision = Parameters<Revise>[1];

/** A portal that revises by other rules. */
const revising = (
  id: string,
  breaks: string,
  summary: string,
  change: (gate: Revise, ...args: Parameters<Revise>) => ReturnType<Revise>,
): Mutant =>
  withGate(
    id,
    breaks,
    summary,
    'revise',
    (gate) =>
      (...args) =>
        change(gate, ...args),
  );

/** A portal that takes some requests for ones that may be revised. */
const alsoRevising = (
  id: string,
  breaks: string,
  summary: string,
  when: (request: RequestState) => boolean,
): Mutant =>
  revising(id, breaks, summary, (gate, request, revision, today, pack) =>
    gate(when(request) ? { ...request, status: 'APPROVED', closed: false } : request, revision, today, pack),
  );

const without = (revision: Revision, ...names: (keyof Revision)[]): Revision =>
  Object.fromEntries(
    Object.entries(revision).filter(([name]) => !names.includes(name as keyof Revision)),
  ) as Revision;

/** A revision that names another procedure changes it on the record. */
const procedureChanged: Mutant = {
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
};

/** Faults in what may be revised, by whom, and what comes of it. */
export const revisionMutants: readonly Mutant[] = [
  revising(
    'approved-referral-is-final',
    'portal.status.approved-editable',
    'What is approved is not touched.',
    (gate, request, revision, today, pack) =>
      request.status === 'APPROVED' && request.accepted.type === 'referral' && revision.units > 0
        ? refuse('conflict', 'This referral is approved.')
        : gate(request, revision, today, pack),
  ),
  revising(
    'no-revision-in-review',
    'portal.status.medreview-editable',
    'While the nurse reads nobody writes.',
    (gate, request, revision, today, pack) =>
      request.status === 'MEDREVIEW'
        ? refuse('conflict', 'In review.')
        : gate(request, revision, today, pack),
  ),
  alsoRevising(
    'closed-can-be-revised',
    'portal.status.closed-not-editable',
    'The status is compared with a list that lacks one.',
    ({ status, determinations }) => status === 'CLOSED' && determinations.length === 0,
  ),
  alsoRevising(
    'open-form-still-sends',
    'portal.status.server-side-enforced',
    'The status is looked at when the form opens, and not again.',
    ({ status, determinations }) => status === 'CLOSED' && determinations.length > 0,
  ),
  alsoRevising(
    'pended-can-be-revised',
    'portal.status.pend-not-editable',
    'Pended and in review are one status to the portal.',
    ({ status }) => status === 'PEND',
  ),
  alsoRevising(
    'denied-can-be-revised',
    'portal.status.denied-not-editable',
    'A revision is the short way to a reconsideration.',
    ({ status }) => status === 'DENIED',
  ),
  withGate(
    'servicing-site-may-revise',
    'portal.revise.permission',
    'Who may see a request may add to it.',
    'reviser',
    () => () => true,
  ),
  atTheDoor(
    'a-number-for-each-revision',
    'portal.revise.submit',
    'A revision is a request of its own.',
    ['revise-request'],
    (body, { state, path }) => {
      if (state?.requests.get(path.id ?? '')?.accepted.type === 'referral') body.request = `${path.id}-R`;
    },
  ),
  procedureChanged,
  revising(
    'revision-moves-the-end',
    'portal.referral.outside-dates-new-request',
    'The dates of a referral are extended by revising it.',
    (gate, request, revision, today, pack) =>
      gate(request, request.accepted.type === 'referral' ? without(revision, 'end') : revision, today, pack),
  ),
  revising(
    'no-procedure-is-added',
    'portal.revise.add-procedure',
    'The rule for referrals is applied to everything.',
    (gate, request, revision, today, pack) =>
      request.accepted.type !== 'referral' && (revision.add?.length ?? 0) > 0
        ? refuse('invalid', 'No procedures are added.')
        : gate(request, revision, today, pack),
  ),
  revising(
    'nothing-is-a-revision',
    'portal.revise.no-change-refused',
    'An empty form is sent like a full one.',
    (gate, request, revision, today, pack) => {
      const empty = revision.units === 0 && !revision.remarks && !revision.end && !revision.add?.length;
      return gate(request, empty ? { ...revision, remarks: '-' } : revision, today, pack);
    },
  ),
  instead(
    'half-a-visit',
    'portal.revise.units-valid',
    'Units are rounded down, and the user is not told.',
    ({ operation, body }, { status }) =>
      operation === 'revise-request' &&
      status === 400 &&
      !Number.isInteger((body as { units?: unknown }).units),
    ({ path, state }) => ({
      status: 201,
      body: { request: path.id, at: new Date(state?.now ?? 0).toISOString() },
    }),
  ),
  revising(
    'long-remarks-in-a-revision',
    'portal.revise.remarks-limit',
    'The limit was put on the first form only.',
    (gate, request, revision, today, pack) =>
      gate(request, { ...revision, remarks: revision.remarks?.slice(0, 255) }, today, pack),
  ),
  atTheDoor(
    'units-as-the-new-total',
    'portal.revise.units-additional-only',
    'The entry is taken for the new total.',
    ['view-request'],
    (body) => {
      const last = rowsOf(body, 'revisions')
        .filter(({ units }) => Number(units) > 0)
        .at(-1);
      const [first] = rowsOf(body, 'lines');
      if (body.type === 'referral' && last && first) body.lines = [{ ...first, totalUnits: last.units }];
    },
  ),
  atTheDoor(
    'all-in-review-again',
    'portal.revise.keeps-original-authorization',
    'While more is asked for, what was granted is under review too.',
    ['view-request'],
    (body, { state, path }) => {
      const request = state?.requests.get(path.id ?? '');
      const [first] = rowsOf(body, 'lines');
      if (request?.revision && first && request.accepted.type !== 'referral') first.status = 'MEDREVIEW';
    },
  ),
  atTheDoor(
    'no-history-of-revisions',
    'portal.revise.print-before',
    'Whoever wants to know what was granted before has printed it.',
    ['view-request'],
    (body) => {
      body.revisions = [];
    },
  ),
];
