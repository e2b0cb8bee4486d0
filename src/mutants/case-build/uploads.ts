import { changingAnswers } from '../makers/answers.ts';
import { CONFLICT } from '../makers/delegate.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in the priority of a case and in its uploads. */
export const uploads: readonly Mutant[] = [
  changingAnswers({
    id: 'routine-means-urgent',
    breaks: 'case.priority.standard-yes-urgent-no',
    summary: 'Yes and no are the wrong way round.',
    operations: ['set-priority'],
    change: (body) => {
      body.priorityRequested = body.priorityRequested === 'urgent' ? 'standard' : 'urgent';
    },
  }),
  changingDelegateGate({
    id: 'urgent-on-request',
    breaks: 'case.urgent.upload-required',
    summary: 'Urgent is whatever is called so.',
    gate: 'priorityOf',
    change: (gate) => (file) =>
      file.routine === false && file.documents.length === 0 ? 'urgent' : gate(file),
  }),
  // Whatever was tried to be uploaded counts as a document.
  {
    id: 'tried-is-uploaded',
    breaks: 'case.urgent.only-with-successful-upload',
    summary: 'An upload counts whether it was taken or not.',
    meddles: true,
    make: (parts) => {
      // Numbers of cases begin anew in each world.
      const tried = new WeakMap<object, Set<string>>();
      return {
        ...parts,
        answer: (answer, context) => {
          const given = parts.answer(answer, context);
          if (!context.state) return given;
          const { world } = context.state;
          const [id, own] = [context.path.id ?? '', tried.get(world) ?? new Set<string>()];
          if (context.operation === 'attach-case-document' && answer.status >= 400)
            tried.set(world, own.add(id));
          if (context.operation !== 'submit-case' || given.status !== 200 || !own.has(id)) return given;
          return { ...given, body: { ...(given.body as object), priorityEffective: 'urgent' } };
        },
      };
    },
  },
  changingDelegateGate({
    id: 'six-documents',
    breaks: 'case.upload.max-five-documents',
    summary: 'Nobody counts the documents.',
    gate: 'uploadCount',
    change: () => () => null,
  }),
  changingDelegateGate({
    id: 'four-documents',
    breaks: 'case.upload.max-five-documents',
    summary: 'The fifth place is kept for the fax.',
    gate: 'uploadCount',
    change: (gate) => (file, pack) =>
      file.submittedAt === null && file.documents.length >= 4 ? CONFLICT : gate(file, pack),
  }),
  changingDelegateGate({
    id: 'any-kind-of-file',
    breaks: 'case.upload.allowed-types',
    summary: 'The kinds are named on the page and not looked at.',
    gate: 'uploadType',
    change: () => () => null,
  }),
];
