import type { Pen } from '../pen.ts';

/** Documents of one name, newer ones and none, at every stage of a request. */
export function documentsOfOneName(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', {
    case: name,
    use: draws.pick(['outpatient', 'referral']),
    ...(draws.chance(0.4) ? { with: { procedure: '27447', information: [] } } : {}),
  });
  for (let file = 1; file <= draws.between(2, 3); file += 1) {
    pen.minutes(1, 900);
    pen.act('pcp', 'attach-document', {
      case: name,
      name: `${name}-file${file}`,
      with: { name: 'notes.pdf', description: 'Notes', content: `pdf:${2000 + file * 100}` },
    });
  }
  for (let pages = draws.below(3); pages > 0; pages -= 1)
    pen.inject('fax', { request: `\${case.${name}}`, text: `Notes, page ${pages}` });
  pen.minutes();
  pen.act('pcp', 'list-documents', { case: name });
  for (const file of [1, 2])
    pen.act(draws.pick(['pcp', 'pcp', 'specialist', 'other']), 'download-document', {
      case: name,
      path: { id: `\${case.${name}}`, document: `\${case.${name}-file${file}}` },
    });
  pen.minutes();
  pen.act('pcp', 'revise-request', {
    case: name,
    with: { units: draws.pick([0, 1, 2]), information: ['clinical-notes'] },
  });
  pen.days(1, 3);
  pen.act('pcp', 'revise-request', {
    case: name,
    with: { units: 1, add: [{ procedure: '97110', units: 1 }], information: ['clinical-notes'] },
  });
  pen.days(1, 3);
  pen.act('pcp', 'view-request', { case: name });
}
