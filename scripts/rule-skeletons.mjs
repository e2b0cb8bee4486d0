/** The texts that scripts/new-rule.mjs writes. Each compiles as it is, and fails its tests until it is filled in. */

/** Subjects whose rules are judged on a case of the delegate, and by which pack. */
const DELEGATED = ['case-build', 'case-decision', 'case-lookup', 'reconsideration', 'peer-to-peer'];
const isDelegated = (subject) => DELEGATED.includes(subject);

/** The makers of checks (src/oracles/check.ts) that fit a subject, the usual one first. */
function makersOf(subject) {
  if (subject === 'peer-to-peer') return ['peerToPeerChecks', 'peerToPeerCallChecks', 'caseChecks'];
  if (isDelegated(subject)) return ['caseChecks', 'delegateCallChecks'];
  return subject === 'claims'
    ? ['claimChecks', 'callChecks']
    : ['requestChecks', 'callChecks', 'claimChecks', 'worldChecks'];
}

const takesNeeds = (maker) => ['requestChecks', 'callChecks', 'worldChecks'].includes(maker);

/** The row of a rule, in a group of its own. */
export const rowText = ({ id, binds, document }) => `- document: ${document}
  heading: "FILL IN: the heading under which the document says it"
  rules:
  - id: ${id}
${binds === 'plan' ? '' : `    binds: ${binds}\n`}    kind: content
    statement: "FILL IN: the requirement in one sentence, with MUST, MUST NOT, SHOULD or MAY."
`;

/** A check that applies to nothing. */
export function checkText({ id, subject, identifier }) {
  const [maker, ...others] = makersOf(subject);
  return `import { ${maker} } from '../check.ts';

/** FILL IN: what these checks look at, with the heading of the source. */
export const ${identifier} = ${maker}(${takesNeeds(maker) ? "['events'], " : ''}{
  // FILL IN: null where the rule does not apply, else the records, what the rule requires and what was observed, by
  // reported() or onCall() of check.ts. Other makers: ${others.join(', ')}.
  '${id}': () => null,
});
`;
}

/** A table in which neither history shows the rule, so that both tests fail. */
export const tableText = ({
  id,
  subject,
  name,
  identifier,
}) => `import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { SmallHistory } from '../../../tests/checks/small-history.ts';
import { ${identifier} } from './${name}.ts';

/** FILL IN: what happened before, with the date worked out by hand. Histories to start from are in tests/checks. */
const history = () => new SmallHistory('2026-02-02T08:00:00-05:00'${isDelegated(subject) ? ", { pack: 'evicore-medicaid' }" : ''});

describeChecks('FILL IN', ${identifier}, {
  '${id}': {
    kept: () => history().until('2026-02-02T12:00:00-05:00'),
    // FILL IN: the same history with the one change that breaks the rule, and the value that shows it, as \`observed\`.
    broken: () => history().until('2026-02-02T12:00:00-05:00'),
  },
});
`;

/** A mutant that acts like the reference implementation, so that nothing kills it. */
export function mutantText({ id, subject, identifier }) {
  if (subject === 'time-frames')
    return `import type { Mutant } from '../mutant.ts';
import { missingLimit } from './makers.ts';

/** FILL IN: the limit, missed by a moment and missed altogether. */
export const ${identifier}: readonly Mutant[] = missingLimit({
  id: '${id.replaceAll('.', '-').replace(/^um-/, '')}',
  breaks: '${id}',
  duties: ['decision'],
  // FILL IN: the determinations that the clock applies to (when.ts), and what the office does.
  when: () => false,
  office: 'FILL IN',
});
`;
  return `import { changingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

/** FILL IN: faults in what. */
export const ${identifier}: readonly Mutant[] = [
  // FILL IN: the maker that fits (src/mutants/makers), the fault, and how a real portal would come to have it.
  changingEvents({
    id: '${id.replaceAll('.', '-')}',
    breaks: '${id}',
    summary: 'FILL IN',
    change: (event) => event,
  }),
];
`;
}

/** A scenario that ends before anything shows the rule. */
export function scenarioText({ id, subject, name, binds }) {
  const pack = isDelegated(subject) ? 'evicore-medicaid' : 'allways-commercial';
  const step = isDelegated(subject)
    ? 'as: practice, do: start-case, case: A, use: case'
    : 'as: pcp, do: submit-request, case: A, use: outpatient';
  const verdicts = binds === 'provider' ? ['met', 'violated'] : ['met'];
  return `id: ${subject}/${name}
title: "FILL IN: what happens, in one sentence"
why: "FILL IN: what no other scenario tries"
desk: scripted
pack: ${pack}
start: 2026-02-02T08:00:00-05:00
steps:
  # FILL IN: what users and staff do, in order of time; \`use\` names a template of a submission that conforms.
  - { at: 2026-02-02T09:00:00-05:00, ${step} }
until: 2026-02-02T12:00:00-05:00
expect:
  # FILL IN: what must be found, worked out by hand; where it is a time, with \`due\`.
${verdicts.map((verdict) => `  - { rule: ${id}, case: A, verdict: ${verdict} }\n`).join('')}`;
}
