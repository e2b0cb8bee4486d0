import type { Pen } from '../pen.ts';
import { identity, PLANS, unusualCase } from './unusual-cases.ts';

export type Case = {
  readonly name: string;
  readonly member: string;
  readonly by: string;
  readonly cancerType: string;
  readonly medicare: boolean;
  readonly submittedAt: number;
};

const TYPES: readonly (readonly [number, string])[] = [
  [40, 'RCBONE'],
  [16, 'RCBRAI'],
  [10, 'RCBREA'],
  [8, 'RCCERV'],
  [8, 'RCCNSN'],
  [6, 'RCHENE'],
  [6, 'RCKIDN'],
  [6, 'RCMETS'],
];

export const birthDateOf = (member: string): string => `\${member.${member}.birthDate}`;

/** Answers to the clinical questions of a kind of cancer, page by page, or to a few of them. */
function answer(pen: Pen, by: string, name: string, cancerType: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const page = (id: string, answers: Record<string, string>): void => {
    if (!draws.chance(0.95)) return;
    pen.act(by, 'answer-questions', { case: name, with: { page: id, answers } });
    pen.minutes(1, 3);
  };
  if (cancerType === 'RCBONE') return;
  if (cancerType === 'RCBREA') {
    const metastases = pick(['yes', 'no']);
    page('disease', { metastases, laterality: pick(['both', 'left', 'right']) });
    if (metastases === 'no') page('stage', { 't-stage': 'T1', 'n-stage': 'N0' });
    else page('metastatic-sites', { 'metastatic-site': 'bone' });
    const held = pick(['yes', 'no']);
    page('technique', {
      'breath-hold': held,
      ...(held === 'yes' ? { 'gating-reason': pick(['heart', 'lung', 'other']) } : {}),
      'image-guidance-first': pick(['none', 'weekly']),
      'image-guidance-boost': 'none',
    });
    return;
  }
  const before = pick(['yes', 'no']);
  page('intent', { intent: pick(['curative', 'palliative']), 'prior-radiation': before });
  if (before === 'yes') page('prior', { 'prior-dose': pick(['yes', 'no']) });
}

const FILES: readonly (readonly [string, string])[] = [
  ['notes.pdf', 'pdf:2000'],
  ['more.pdf', 'pdf:900'],
  ['LETTER.PDF', 'pdf:2000'],
  ['notes.docx', 'docx:4000'],
  ['notes.pdf', 'pdf:2000'],
  ['scan.jpg', 'png:900'],
  ['plan.docx', 'docx:4000'],
  ['old.doc', 'doc:3000'],
  ['notes.txt', 'text:500'],
  ['empty.pdf', 'pdf:0'],
  ['notes.pdf.exe', 'exe:900'],
];

export function attach(pen: Pen, by: string, name: string): void {
  const [file, content] = pen.draws.pick(FILES);
  pen.act(by, 'attach-case-document', {
    case: name,
    with: { name: file, description: 'New notes', content },
  });
}

/** Builds a case with the delegate, page by page, and sends it; now and then saved, changed, or left halfway. */
export function buildCase(
  pen: Pen,
  name: string,
  earlier: readonly string[] = [],
  plain?: { readonly medicare: boolean; readonly cancerType?: string; readonly by?: string },
): Case {
  const { draws } = pen;
  const odd = (share: number): boolean => draws.chance(plain ? 0 : share);
  const medicare = plain?.medicare ?? draws.chance(0.3);
  const by =
    plain?.by ?? (plain || draws.chance(0.93) ? 'practice' : draws.pick(['practice-two', 'practice-new']));
  const cancerType = plain?.cancerType ?? draws.weighted(TYPES);
  const second = draws.chance(0.12);
  const member = `M${medicare ? 9 : 8}00000${second ? 2 : 1}`;
  let fields: Record<string, unknown> = {
    ...(plain?.by === 'practice-new' ? { practitioner: 'onc-salem', providerAddress: 'onc-salem-main' } : {}),
    ...(pen.date() >= '2026-03-01' || draws.chance(0.3)
      ? { treatmentStart: pen.date(draws.between(20, 60)) }
      : {}),
    ...(cancerType === 'RCBONE' ? {} : { cancerType }),
    ...(second ? { member: identity(member) } : {}),
    ...(/RCHENE|RCKIDN/.test(cancerType) && draws.chance(0.7) ? { plan: { phases: PLANS[0] } } : {}),
  };
  let without: string[] = [];
  if (odd(0.3)) {
    const other = unusualCase(pen, earlier);
    fields = { ...fields, ...other.fields };
    without = other.without ?? [];
  }
  const urgent = odd(0.12);
  const about = { case: name };
  pen.act(by, 'start-case', {
    ...about,
    use: medicare ? 'case-medicare' : 'case',
    ...(Object.keys(fields).length > 0 ? { with: fields } : {}),
    ...(without.length > 0 ? { without } : {}),
  });
  const step = (what: string, more = {}): void => {
    pen.minutes(1, 4);
    pen.act(by, what, { ...about, ...more });
  };
  const sometimes = (share: number, act: () => void): void => {
    if (plain ? share > 0.5 : draws.chance(share)) act();
  };
  sometimes(0.06, () =>
    step('change-case', {
      with: draws.pick([
        { site: 'rt-salem' },
        { treatmentStart: '2026-03-23' },
        { practitioner: 'onc-salem' },
        { cancerType: 'RCBRAI' },
        { member: identity('M8000002') },
      ]),
    }),
  );
  sometimes(0.96, () => step('pass-gate'));
  sometimes(0.06, () =>
    step('change-case', {
      with: draws.pick([
        { site: 'rt-salem' },
        { treatmentStart: '2026-03-30' },
        { member: identity('M8000002') },
        { cancerType: 'RCBRAI' },
      ]),
    }),
  );
  if (urgent && draws.chance(0.8)) {
    pen.minutes(1, 2);
    attach(pen, by, name);
  }
  step('set-priority', { with: { routine: !urgent } });
  sometimes(0.07, () => {
    step('save-case');
    sometimes(0.5, () => step('list-cases-in-progress'));
    pen.onward();
    sometimes(0.85, () => step('resume-case'));
  });
  pen.minutes(1, 3);
  answer(pen, by, name, cancerType);
  sometimes(cancerType === 'RCBONE' ? 0.04 : 0.9, () =>
    step('choose-additional', {
      with: draws.pick([
        { choice: 'nothing' },
        { choice: 'nothing' },
        { choice: 'notes', notes: 'Pain is not controlled.' },
        { choice: 'notes', notes: ' ' },
        { choice: 'both', notes: 'See the file.' },
      ]),
    }),
  );
  sometimes(0.05, () => attach(pen, by, name));
  sometimes(0.96, () => step('submit-case'));
  return { name, member, by, cancerType, medicare, submittedAt: pen.now };
}
