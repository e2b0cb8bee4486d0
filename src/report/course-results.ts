import { z } from 'zod';

const word = z.string().nullable();

/** What happened at one moment in the course of a case that was discussed peer to peer. Instants are ISO. */
const courseEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case-submitted'), priority: word }),
  z.strictObject({ kind: z.literal('information-requested'), dueAt: word }),
  z.strictObject({ kind: z.literal('information-received'), by: word }),
  z.strictObject({ kind: z.literal('determined'), outcome: word, decidedBy: word, cause: word }),
  z.strictObject({ kind: z.literal('reconsideration-requested') }),
  z.strictObject({ kind: z.literal('scheduled'), start: word, level: word }),
  z.strictObject({ kind: z.literal('rescheduled'), start: word }),
  z.strictObject({ kind: z.literal('became-consultative') }),
  z.strictObject({ kind: z.literal('outcome-recorded'), outcome: word }),
  z.strictObject({ kind: z.literal('held') }),
  z.strictObject({ kind: z.literal('missed') }),
  z.strictObject({ kind: z.literal('cancelled'), reason: word }),
  z.strictObject({ kind: z.literal('reconsideration-window-closed') }),
  z.strictObject({ kind: z.literal('peer-to-peer-window-closed') }),
  z.strictObject({ kind: z.literal('due-date-passed') }),
  z
    .strictObject({ kind: z.literal('described'), what: z.string(), detail: z.string() })
    .meta({ description: 'Only in results of version 1, which hold sentences' }),
]);

/** The course of one case that was discussed peer to peer, as results carry it. */
export const courseResult = z.strictObject({
  scenario: z.string(),
  title: z.string(),
  case: z.string(),
  line: z.string(),
  zone: z.string(),
  summary: z.union([
    z.strictObject({
      level: word.meta({ description: 'Of review, when it was scheduled' }),
      state: z.string(),
      outcome: word,
      determination: word.meta({ description: 'The last one; null where there is none' }),
    }),
    z.string().meta({ description: 'Only of results of version 1' }),
  ]),
  violated: z.array(z.string()),
  steps: z.array(
    z.strictObject({
      at: z.string(),
      by: z.enum(['provider', 'delegate', 'calendar']),
      reach: z.enum(['may-change', 'consultative', 'not-eligible']).meta({
        description: 'What a peer-to-peer could do from then on',
      }),
      event: courseEvent,
    }),
  ),
});

export type CourseResult = z.infer<typeof courseResult>;
export type CourseEventResult = z.infer<typeof courseEvent>;

const OLD_REACH: Readonly<Record<string, string>> = { explains: 'consultative', nothing: 'not-eligible' };

/** A course of version 1, whose steps were sentences, in the form of version 2. */
export function courseFromVersion1(old: Readonly<Record<string, unknown>>): unknown {
  const steps = Array.isArray(old.steps) ? (old.steps as Record<string, unknown>[]) : [];
  return {
    ...old,
    steps: steps.map(({ what, detail, reach, ...step }) => ({
      ...step,
      reach: OLD_REACH[String(reach)] ?? reach,
      event: { kind: 'described', what, detail },
    })),
  };
}
