/** A file that was sent, as far as a rule looks at it: its bytes are kept elsewhere, under their digest. */
export type Upload = {
  readonly name: string;
  readonly description: string;
  readonly bytes: number;
  /** What the bytes themselves say: an ending such as `pdf`, `txt` for plain text, null for anything else. */
  readonly kind: string | null;
  readonly sha256: string;
};

export type Attached = Upload & {
  readonly document: string;
  readonly source: 'upload' | 'fax';
};
