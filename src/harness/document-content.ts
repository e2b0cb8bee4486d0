import { createHash } from 'node:crypto';

const HEADS: Readonly<Record<string, string>> = {
  pdf: '%PDF-1.4\n',
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

/**
 * A file to send, from its kind and its length in bytes (`pdf:349000`). The same text gives the same bytes.
 * Throws RangeError for anything else.
 */
export function contentOf(told: string): Content {
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
