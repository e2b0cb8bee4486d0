import { createHash } from 'node:crypto';

/** A word document of a few words, as the archive that it is. */
const DOCX = Buffer.from(
  [
    'UEsDBBQAAAAAAAAAIVyT+DSMlwAAAJcAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbDxUeXBlcz48T3ZlcnJpZGUgUGFydE5h',
    'bWU9Ii93b3JkL2RvY3VtZW50LnhtbCIgQ29udGVudFR5cGU9ImFwcGxpY2F0aW9uL3ZuZC5vcGVueG1sZm9ybWF0cy1vZmZp',
    'Y2Vkb2N1bWVudC53b3JkcHJvY2Vzc2luZ21sLmRvY3VtZW50Lm1haW4reG1sIi8+PC9UeXBlcz5QSwMEFAAAAAAAAAAhXN1a',
    'hg0NAAAADQAAABEAAAB3b3JkL2RvY3VtZW50LnhtbDx3OmRvY3VtZW50Lz5QSwECFAMUAAAAAAAAACFck/g0jJcAAACXAAAA',
    'EwAAAAAAAAAAAAAAgAEAAAAAW0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAAAAAAIVzdWoYNDQAAAA0AAAARAAAAAAAA',
    'AAAAAACAAcgAAAB3b3JkL2RvY3VtZW50LnhtbFBLBQYAAAAAAgACAIAAAAAEAQAAAAA=',
  ].join(''),
  'base64',
).toString('latin1');

const HEADS: Readonly<Record<string, string>> = {
  pdf: '%PDF-1.4\n',
  doc: '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
  docx: DOCX,
  png: '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR',
  exe: 'MZ\u0090\0\u0003\0\0\0',
  html: '<!doctype html><script>alert(1)</script>',
  text: 'Clinical notes. ',
};

export type Content = {
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly base64: string;
};

/** Contents that were asked for last; scenarios send the same few again and again. */
const made = new Map<string, Content>();
const MOST = 8;

/**
 * A file to send, from its kind and its length in bytes (`pdf:349000`). The same text gives the same bytes.
 * Throws RangeError for anything else.
 */
export function contentOf(told: string): Content {
  const known = made.get(told) ?? make(told);
  made.delete(told);
  made.set(told, known);
  if (made.size > MOST) made.delete(made.keys().next().value ?? '');
  return known;
}

function make(told: string): Content {
  const [kind = '', length = ''] = told.split(':');
  const head = HEADS[kind];
  const bytes = Number(length);
  if (head === undefined || !Number.isInteger(bytes) || bytes < 0)
    throw new RangeError(
      `no content ${told}; say one of ${Object.keys(HEADS).join(', ')} and a length, as in pdf:1000`,
    );
  const content = Buffer.alloc(bytes, ' ');
  content.write(head, 'latin1');
  return {
    kind,
    bytes,
    sha256: createHash('sha256').update(content).digest('hex'),
    base64: content.toString('base64'),
  };
}
