import type { World } from '../contract/index.ts';
import { type CaseFile, type Exchange, notes } from './case-file.ts';
import { recordsBefore } from './order.ts';
import { fields, strings, text } from './values.ts';

const PAPER = ['fax', 'mail'];
const FORM = 'authorization-form';
const ENTERAL_FORM = 'enteral-review-form';

/**
 * What came with a request: its documents, and the form where it came on paper. A review form for enteral
 * nutrition counts once it names product and quantity. Section 7, Valid Requests and Enteral Products.
 */
export function sentWith(submission: Exchange | null): readonly string[] {
  const body = submission?.body ?? {};
  const { product, quantity } = fields(body.enteral);
  const whole = Boolean(text(product)) && Boolean(text(quantity));
  const items = strings(body.information).filter((item) => item !== ENTERAL_FORM || whole);
  return body.formComplete === true ? [...items, FORM] : items;
}

/** What a request needs from its receipt on: what its procedure needs, and the form where it comes on paper. */
export function neededAtReceipt(world: World, submission: Exchange | null): readonly string[] {
  const body = submission?.body ?? {};
  const needs = world.procedures.find(({ code }) => code === body.procedure)?.needs ?? [];
  return PAPER.includes(text(body.channel) ?? '') ? [...needs, FORM] : needs;
}

/** What was lacking when a request arrived. */
export function lackingAtReceipt(world: World, submission: Exchange | null): readonly string[] {
  const sent = sentWith(submission);
  return neededAtReceipt(world, submission).filter((item) => !sent.includes(item));
}

/** What came with a request or after it, before a point of the history. */
export const suppliedBy = (file: CaseFile, seq: number): ReadonlySet<string> =>
  new Set([...sentWith(file.submission), ...suppliedAfter(file, seq)]);

/** What came after a request, before a point of the history. */
export function suppliedAfter(file: CaseFile, seq: number): ReadonlySet<string> {
  const told = recordsBefore(notes(file, 'information-received'), seq);
  const submitted = recordsBefore(file.exchanges, seq).filter(
    ({ op, status }) => op === 'supply-information' && status === 201,
  );
  return new Set([
    ...told.flatMap(({ event }) => event.items),
    ...submitted.flatMap(({ body }) => strings(body.items)),
  ]);
}
