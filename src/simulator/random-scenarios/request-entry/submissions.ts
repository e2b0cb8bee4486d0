import type { Pen } from '../pen.ts';
import { type Fields, requestOfKind } from './kinds-of-request.ts';
import { unusualEntry } from './unusual-entries.ts';

export type Submitted = {
  readonly name: string;
  readonly by: string;
  readonly use: string;
  readonly fields: Fields;
  readonly at: number;
};

const ACTORS: readonly (readonly [number, string])[] = [
  [20, 'pcp'],
  [8, 'specialist'],
  [5, 'hospital'],
  [4, 'two-sites'],
  [3, 'referrals-only'],
  [3, 'viewer'],
  [3, 'other'],
  [2, 'vendor'],
  [2, 'outsider'],
  [2, 'pcp-sister'],
  [2, 'biller'],
  [2, 'nobody'],
  [1, 'former'],
];

/** Submits one request under a name; now and then twice with one key, as a nervous clerk does. */
export function submit(pen: Pen, name: string): Submitted {
  const { draws } = pen;
  const base = requestOfKind(pen);
  let fields = { ...base.fields };
  const without: string[] = [];
  const oddities = draws.weighted([
    [60, 0],
    [30, 1],
    [10, 2],
  ]);
  for (let count = 0; count < oddities; count += 1) {
    const change = unusualEntry(pen);
    fields = { ...fields, ...change.fields };
    without.push(...(change.without ?? []));
  }
  const by = draws.chance(0.12) ? draws.weighted(ACTORS) : base.by;
  if (by === 'two-sites')
    pen.act(by, 'choose-site', { with: { site: draws.pick(['site-pcp', 'site-spec', 'site-other']) } });
  const key = draws.chance(0.12) ? `key-${name}` : undefined;
  const body = {
    case: name,
    use: base.use,
    ...(Object.keys(fields).length > 0 ? { with: fields } : {}),
    ...(without.length > 0 ? { without } : {}),
    ...(key === undefined ? {} : { key }),
  };
  pen.act(by, 'submit-request', body);
  const at = pen.now;
  if (key !== undefined) {
    pen.minutes(1, 5);
    pen.act(by, 'submit-request', body);
  } else if (draws.chance(0.04)) {
    pen.minutes(1, 5);
    pen.act(by, 'submit-request', { ...body, case: `${name}2` });
  }
  return { name, by, use: base.use, fields, at };
}
