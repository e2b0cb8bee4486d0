import { afterRequest } from '../after-request.ts';
import type { Pen } from '../pen.ts';
import { revision } from '../revisions/revision.ts';

const OFFICES = ['pcp', 'pcp', 'pcp', 'specialist', 'hospital', 'other', 'viewer'];

/** A request whose office keeps coming back to it: with documents, faxes and revisions, and with looks at them. */
export function documents(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const use = pick(['referral', 'referral', 'outpatient', 'outpatient', 'admission', 'concurrent']);
  const by = use === 'admission' ? 'hospital' : use === 'concurrent' ? 'specialist' : 'pcp';
  const fields = use === 'outpatient' && draws.chance(0.4) ? { procedure: '27447', information: [] } : {};
  const about = { case: name };
  pen.act(by, 'submit-request', {
    ...about,
    use,
    ...(Object.keys(fields).length > 0 ? { with: fields } : {}),
  });
  const asked = { name, by, use, fields, at: pen.now };
  let file = 0;
  for (let left = draws.between(2, 8); left > 0; left -= 1) {
    if (draws.chance(0.6)) pen.minutes(1, 40);
    else pen.onward(asked.at);
    draws.weighted<() => void>([
      [
        10,
        () => {
          file += 1;
          pen.act(by, 'attach-document', {
            ...about,
            name: `${name}-file${file}`,
            with: {
              name: pick([
                'notes.pdf',
                'notes.pdf',
                `file${file}.pdf`,
                'SCAN.PDF',
                'letter.docx',
                'old.doc',
                'scan.png',
                'macro.docm',
              ]),
              description: pick(['Notes', 'Clinic notes', 'Laboratory', '   ']),
              content: pick([
                'pdf:2000',
                'pdf:2000',
                'pdf:349000',
                'pdf:120000',
                'pdf:4999999',
                'pdf:5242881',
                'docx:4000',
                'doc:3000',
                'png:900',
                'exe:900',
              ]),
            },
          });
        },
      ],
      [4, () => pen.act(pick([by, by, ...OFFICES]), 'list-documents', about)],
      [
        4,
        () =>
          pen.act(pick([by, by, ...OFFICES]), 'download-document', {
            ...about,
            path: { id: `\${case.${name}}`, document: `\${case.${name}-file${pick([1, 1, 2, 3])}}` },
          }),
      ],
      [3, () => pen.act(by, 'show-fax-cover', about)],
      [
        4,
        () =>
          pen.inject('fax', { request: `\${case.${name}}`, text: pick(['Notes, page 1', 'Notes, page 2']) }),
      ],
      [2, () => pen.inject('fax', { text: 'A page without its sheet' })],
      [
        10,
        () =>
          pen.act(draws.chance(0.9) ? by : pick(OFFICES), 'revise-request', {
            ...about,
            with: revision(pen),
          }),
      ],
      [5, () => pen.act(pick([by, by, 'specialist']), 'view-request', about)],
      [1, () => pen.act('administrator', 'close', { ...about, with: { reason: 'administrative-error' } })],
      [3, () => afterRequest(pen, asked)],
    ])();
  }
}
