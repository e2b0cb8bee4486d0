import { attach, type Case } from '../case-build/cases.ts';
import type { Pen } from '../pen.ts';

/** The staff of the delegate as a scenario plays it: decides a case, or asks for more first. */
export function delegateStaff(pen: Pen, own: Case): void {
  const { draws } = pen;
  const { pick } = draws;
  const about = { case: own.name };
  const guideline = `guideline-${own.cancerType.slice(2).toLowerCase()}`;
  if (draws.chance(0.2)) {
    const dueAt = new Date(pen.now + draws.between(1, 90) * 3_600_000).toISOString();
    pen.act('d-physician', 'request-case-information', {
      ...about,
      use: 'pre-decision',
      with: { dueAt, ...(draws.chance(0.1) ? { written: false } : {}) },
    });
    pen.onward();
    if (draws.chance(0.4)) attach(pen, own.by, own.name);
    else if (draws.chance(0.3))
      pen.inject('case-fax', { case: `\${case.${own.name}}`, text: 'Clinical notes' }, about);
    pen.onward();
  }
  if (draws.chance(0.1))
    pen.act('d-intake', 'update-case', {
      ...about,
      with: pick([{ site: 'rt-salem' }, { fractions: 8 }, { technique: 'proton' }, { cancerType: 'RCBRAI' }]),
    });
  const kind = draws.weighted([
    [62, 'denial' as const],
    [28, 'approval' as const],
    [10, 'partial' as const],
  ]);
  const phases = [{ name: 'phase 1', technique: 'intensity-modulated', fractions: 10 }];
  const odd = draws.chance(0.15)
    ? pick<Record<string, unknown>>([
        { rationale: ' ' },
        { guideline: 'guideline-breast' },
        { coverageRule: 'lcd-proton-head-and-neck' },
        { coverageRule: 'ncd-proton-kidney' },
        { urgencyMet: false, necessityMet: true },
        { urgencyMet: true, necessityMet: true },
        { alternative: 'a simpler plan' },
        { imageGuidance: pick(['approved', 'denied']) },
      ])
    : {};
  const half =
    kind === 'partial'
      ? {
          outcome: 'partially-approved',
          approved: [{ ...phases[0], fractions: 5 }],
          denied: [{ ...phases[0], fractions: 5 }],
        }
      : {};
  pen.act(draws.chance(0.9) ? 'd-physician' : 'd-nurse', 'decide-case', {
    ...about,
    use: kind === 'approval' ? 'approval' : 'denial',
    with: {
      guideline,
      ...(own.cancerType === 'RCBREA' ? { alternative: 'a simpler plan' } : {}),
      ...half,
      ...odd,
    },
  });
}
