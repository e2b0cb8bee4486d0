import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import { pcpAt } from '../../facts/pcp.ts';
import { siteOf } from '../../facts/site.ts';
import { at, type Fields, text } from '../../facts/values.ts';
import { atTheEnd, type Comparison, type Look, onCall } from '../check.ts';
import { asValue, type Demand, nameOfPath, PRESENT, type Value, type Values } from '../value.ts';

/** An answer that shows a request, with what had been asked. */
export type Shown = {
  readonly facts: Facts;
  readonly file: CaseFile;
  readonly exchange: Exchange;
  /** The response screen follows a submission; the viewer shows a request later. */
  readonly on: 'response' | 'viewer';
  readonly answer: Fields;
  readonly asked: Fields;
};

const TYPES: readonly unknown[] = ['referral', 'outpatient', 'admission'];

/** The request that an answer shows to whoever made it through the portal, by the facts at the end; null for other calls. */
function shownBy(exchange: Exchange, facts: Facts): Shown | null {
  const { op, status, answer, path, actor } = exchange;
  const on = op === 'submit-request' ? 'response' : 'viewer';
  if (op !== 'submit-request' && op !== 'view-request') return null;
  const file = caseOf(facts, on === 'response' ? answer.id : path.id);
  const { submission } = file ?? {};
  if (!file || !submission || file.channel !== 'portal') return null;
  if (on === 'response' && (status !== 201 || submission.seq !== exchange.seq)) return null;
  if (on === 'viewer' && (status !== 200 || answer.access === 'verification' || actor !== submission.actor))
    return null;
  const asked = submission.body;
  const member = facts.index.members.has(text(asked.member) ?? '');
  const provider = facts.world.providers.some(({ id }) => id === at(asked, 'servicing.provider'));
  if (!member || !provider || asked.type !== file.type || !TYPES.includes(file.type)) return null;
  return { facts, file, exchange, on, answer, asked };
}

type ShownLook = (shown: Shown) => Comparison | null;

const lookAt = (on: Shown['on'] | null, look: ShownLook): Look<Exchange> =>
  atTheEnd((exchange, end) => {
    const shown = shownBy(exchange, end);
    return shown && (on === null || shown.on === on) ? look(shown) : null;
  });

/** Looks at what the response screen shows. */
export const onResponse = (look: ShownLook): Look<Exchange> => lookAt('response', look);
/** Looks at what the viewer shows. */
export const onViewer = (look: ShownLook): Look<Exchange> => lookAt('viewer', look);
/** Looks at what either of the two shows. */
export const onBoth = (look: ShownLook): Look<Exchange> => lookAt(null, look);

/** What one answer shows, under the name of the request. */
export const compared = (
  { exchange, file }: Shown,
  expected: Comparison['expected'],
  observed: Values,
  more: Partial<Comparison> = {},
): Comparison => onCall(exchange, expected, observed, { case: file.name, ...more });

/** Entries of an answer that are not told, only whether they are those of the member. */
const PERSONAL = ['member.name', 'member.birthDate'];

/**
 * What an answer should show at each path, against what it shows. `undefined` stands for anything but nothing. Names
 * and birth dates of members are told as `that of the member` or as `another`.
 */
export function entriesOf(
  answer: Fields,
  wanted: Readonly<Record<string, unknown>>,
): { readonly expected: Record<string, Value | Demand>; readonly observed: Record<string, Value> } {
  const expected: Record<string, Value | Demand> = {};
  const observed: Record<string, Value> = {};
  for (const [path, value] of Object.entries(wanted)) {
    const [name, seen] = [nameOfPath(path), asValue(at(answer, path))];
    const isPersonal = PERSONAL.includes(path);
    const other = seen === null ? null : 'another';
    expected[name] = isPersonal ? 'that of the member' : value === undefined ? PRESENT : asValue(value);
    observed[name] = isPersonal ? (seen === value ? 'that of the member' : other) : seen;
  }
  return { expected, observed };
}

/** Whether an answer shows these entries; see `entriesOf`. */
export function showing(shown: Shown, wanted: Readonly<Record<string, unknown>>): Comparison {
  const { expected, observed } = entriesOf(shown.answer, wanted);
  return compared(shown, expected, observed);
}

/** What the world and the submission say that a full view must show. */
export function partiesOf({ facts, file, exchange, asked }: Shown) {
  const member = facts.index.members.get(text(asked.member) ?? '');
  const provider = facts.world.providers.find(({ id }) => id === at(asked, 'servicing.provider'));
  const affiliation = provider?.affiliations.find(({ id }) => id === at(asked, 'servicing.affiliation'));
  const site = facts.world.sites.find(
    ({ id }) => id === (file.submission ? siteOf(facts, file.submission) : null),
  );
  // After a change of PCP, nothing says whether a view shows the one of now or of the request.
  const stays = member && !pcpAt(facts, member.id, exchange.seq).changed ? member.pcp : null;
  const pcp = facts.world.providers.find(({ id }) => id === stays?.provider);
  const pcpSite = facts.world.sites.find(({ id }) => id === stays?.site);
  return { member, provider, affiliation, site, pcp, pcpSite };
}
