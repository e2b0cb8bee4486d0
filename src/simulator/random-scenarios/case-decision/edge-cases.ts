import { buildCase } from '../case-build/cases.ts';
import type { Pen } from '../pen.ts';

/** A Medicare case for protons that a coverage rule decides. */
export function protonByCoverageRule(pen: Pen, name: string): void {
  const { draws } = pen;
  const type = draws.pick(['RCHENE', 'RCKIDN']);
  const phases = [{ name: 'phase 1', technique: 'proton', fractions: 10 }];
  pen.act('practice', 'start-case', {
    case: name,
    use: 'case-medicare',
    with: { cancerType: type, treatmentStart: pen.date(30), plan: { phases } },
  });
  pen.act('practice', 'pass-gate', { case: name });
  pen.act('practice', 'set-priority', { case: name, with: { routine: true } });
  pen.act('practice', 'answer-questions', {
    case: name,
    with: { page: 'intent', answers: { intent: 'curative', 'prior-radiation': 'yes' } },
  });
  pen.act('practice', 'answer-questions', {
    case: name,
    with: { page: 'prior', answers: { 'prior-dose': 'yes' } },
  });
  pen.act('practice', 'choose-additional', { case: name, with: { choice: 'nothing' } });
  pen.act('practice', 'submit-case', { case: name });
  pen.minutes(20, 200);
  const covers = type === 'RCHENE';
  const right = draws.chance(0.5) ? covers : !covers;
  pen.act('d-physician', 'decide-case', {
    case: name,
    use: right ? 'approval' : 'denial',
    with: {
      guideline: `guideline-${type.slice(2).toLowerCase()}`,
      coverageRule: draws.pick([covers ? 'lcd-proton-head-and-neck' : 'ncd-proton-kidney', null]),
      ...(right ? { approved: phases } : { denied: phases }),
    },
  });
}

/** A second case that takes up an alternative or replaces the first. */
export function secondCase(pen: Pen, name: string): void {
  const { draws } = pen;
  const made = buildCase(pen, name, [], { medicare: draws.chance(0.4), cancerType: 'RCBONE' });
  pen.minutes(20, 100);
  const outcome = draws.pick(['denial', 'denial', 'approval']);
  pen.act(outcome === 'approval' ? 'd-nurse' : 'd-physician', 'decide-case', {
    case: name,
    use: outcome,
    ...(outcome === 'denial' ? { with: { alternative: 'a simpler plan' } } : {}),
  });
  pen.minutes(20, 3000);
  const link =
    outcome === 'denial' ? { alternativeOf: `\${case.${name}}` } : { replaces: `\${case.${name}}` };
  if (outcome === 'denial' && draws.chance(0.4))
    pen.act('practice', 'open-reconsideration', { case: name, with: { proceed: true } });
  pen.minutes(1, 10);
  if (draws.chance(0.3)) pen.days(20, 45);
  pen.act('practice', 'start-case', {
    case: `${name}2`,
    use: made.medicare ? 'case-medicare' : 'case',
    with: {
      ...link,
      treatmentStart: pen.date(draws.pick([10, 60])),
      ...(outcome === 'approval'
        ? { plan: { phases: [{ name: 'phase 1', technique: 'proton', fractions: 10 }] } }
        : {}),
    },
  });
  pen.act('practice', 'pass-gate', { case: `${name}2` });
  pen.act('practice', 'set-priority', { case: `${name}2`, with: { routine: true } });
  pen.act('practice', 'submit-case', { case: `${name}2` });
  pen.minutes(10, 60);
  pen.act('d-nurse', 'decide-case', {
    case: `${name}2`,
    use: 'approval',
    ...(outcome === 'approval'
      ? { with: { approved: [{ name: 'phase 1', technique: 'proton', fractions: 10 }] } }
      : {}),
  });
  pen.minutes(10, 60);
  pen.act('practice', 'view-case', { case: name });
}

/** A case after treatment began, about the last day on which it may be sent. */
export function retrospective(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('practice', 'start-case', {
    case: name,
    use: 'case',
    with: {
      treatmentStart: pen.date(-draws.pick([10, 100, 179, 180, 181])),
      retrospective: { claimSubmitted: draws.chance(0.2) },
    },
  });
  pen.minutes(1, 5);
  pen.act('practice', 'pass-gate', { case: name });
  pen.act('practice', 'set-priority', { case: name, with: { routine: true } });
  pen.act('practice', 'submit-case', { case: name });
  pen.minutes(20, 600);
  pen.act('d-physician', 'decide-case', {
    case: name,
    use: 'approval',
    with: draws.pick<Record<string, unknown>>([
      { urgencyMet: false, necessityMet: true },
      { urgencyMet: true, necessityMet: true },
      {},
    ]),
  });
}
