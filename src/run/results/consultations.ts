import { coursesOf, factsOf } from '../../oracles/index.ts';
import type { Results } from '../../report/index.ts';
import { packOf } from '../../rulebook/index.ts';
import type { Outcome } from '../run-suite.ts';

/** The course of every case of a run that was discussed peer to peer; those with a violation come first. */
export function consultationsOf(outcomes: readonly Outcome[]): Results['consultations'] {
  const found = outcomes.flatMap(({ history, scenario, findings }) => {
    if (
      !history?.records.some(
        ({ kind, ...record }) => kind === 'asked' && 'op' in record && record.op === 'schedule-peer-to-peer',
      )
    )
      return [];
    return coursesOf(factsOf(history, packOf(scenario.pack))).map((course) => ({
      scenario: scenario.id,
      title: scenario.title,
      ...course,
      steps: course.steps.map((step) => ({ ...step })),
      violated: [
        ...new Set(
          findings
            .filter(
              ({ on, verdict, case: name }) =>
                on === 'portal' && verdict === 'violated' && name === course.case,
            )
            .map(({ rule }) => rule),
        ),
      ],
    }));
  });
  return found.sort((one, other) => other.violated.length - one.violated.length);
}
