import type { Delegation, Member } from '../../contract/index.ts';
import { type DelegatePack, delegatePackOf } from '../../rulebook/index.ts';
import type { Exchange } from '../case-file.ts';
import type { Facts } from '../facts.ts';
import { grouped } from '../groups.ts';
import { once } from '../memo.ts';
import { type Fields, fields, list, text } from '../values.ts';

/** Something that the feed or the outbox tells of a case. Instants are epoch ms. */
export type DelegateNote = {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly told: Fields;
};

/** One case of the delegate, from the door, the feed and the outbox. */
export type DelegateCase = {
  readonly number: string;
  readonly name: string;
  readonly user: string;
  readonly started: Exchange;
  readonly line: string;
  readonly pack: DelegatePack;
  /** Calls about it, in order. */
  readonly calls: readonly Exchange[];
  readonly notes: readonly DelegateNote[];
  readonly notices: readonly DelegateNote[];
};

/** One consultation, with every call about it. */
export type Talk = {
  readonly id: string;
  readonly scheduled: Exchange;
  readonly cases: readonly DelegateCase[];
  readonly calls: readonly Exchange[];
  readonly notes: readonly DelegateNote[];
};

export type Delegate = {
  readonly delegation: Delegation | null;
  readonly cases: ReadonlyMap<string, DelegateCase>;
  readonly talks: ReadonlyMap<string, Talk>;
};

export const done = ({ status }: Exchange): boolean => status < 300;

const NOBODY: readonly DelegateNote[] = [];

const isDelegates = (type: string): boolean => /^(case|consultation)-/.test(type);

/** Everything that happened at the delegate, read once for a facts. */
export const delegateOf = once((facts: Facts): Delegate => {
  const notes: (DelegateNote & { readonly request: string })[] = [];
  const notices: (DelegateNote & { readonly request: string })[] = [];
  for (const record of facts.records) {
    if (record.kind === 'portal' && isDelegates(record.event.type)) {
      const { type, request } = record.event;
      notes.push({ seq: record.seq, at: Date.parse(record.at), type, told: fields(record.event), request });
    }
    if (record.kind === 'sent' && record.item.kind === 'notice') {
      const { about, request } = record.item;
      notices.push({
        seq: record.seq,
        at: Date.parse(record.at),
        type: about,
        told: fields(record.item),
        request,
      });
    }
  }
  const notesOf = grouped(notes, ({ request }) => request);
  const noticesOf = grouped(notices, ({ request }) => request);
  const callsOf = grouped(facts.exchanges, ({ path }) => text(path.id));
  const cases = new Map<string, DelegateCase>();
  for (const started of facts.index.byOperation.get('start-case') ?? []) {
    const number = text(started.answer.caseNumber);
    if (!done(started) || number === null || cases.has(number)) continue;
    const calls = [started, ...(callsOf.get(number) ?? [])];
    // A draft may be changed to another member, and goes by the line of that one.
    const first = memberAt(facts, { started, calls: [] });
    const line = (memberAt(facts, { started, calls }) ?? first)?.lineOfBusiness ?? '';
    const pack = delegatePackOf(facts.pack, line);
    if (!pack) continue;
    cases.set(number, {
      number,
      name: started.case ?? number,
      user: started.actor,
      started,
      line,
      pack,
      calls,
      notes: notesOf.get(number) ?? NOBODY,
      notices: noticesOf.get(number) ?? NOBODY,
    });
  }
  const talkNotes = grouped(notes, ({ told }) => text(told.appointment));
  const talks = new Map<string, Talk>();
  for (const scheduled of facts.index.byOperation.get('schedule-peer-to-peer') ?? []) {
    const id = text(scheduled.answer.id);
    if (!done(scheduled) || id === null || talks.has(id)) continue;
    const numbers = list(scheduled.body.cases).map((one) => text(fields(one).caseNumber) ?? '');
    talks.set(id, {
      id,
      scheduled,
      cases: numbers.flatMap((number) => cases.get(number) ?? []),
      calls: callsOf.get(id) ?? [],
      notes: talkNotes.get(id) ?? NOBODY,
    });
  }
  return { delegation: facts.world.delegation ?? null, cases, talks };
});

/** Successful calls of one operation about a case, before a record. */
export const callsBefore = (
  file: Pick<DelegateCase, 'calls'>,
  op: string,
  seq = Number.POSITIVE_INFINITY,
): Exchange[] => file.calls.filter((call) => call.op === op && call.seq < seq && done(call));

export const lastCall = (file: DelegateCase, op: string, seq?: number): Exchange | null =>
  callsBefore(file, op, seq).at(-1) ?? null;

/** What the feed told of one type before a record. */
export const notesBefore = (
  file: DelegateCase,
  type: string,
  seq = Number.POSITIVE_INFINITY,
): DelegateNote[] => file.notes.filter((note) => note.type === type && note.seq < seq);

/** As much of a case as says what it was built from. */
type Built = Pick<DelegateCase, 'started' | 'calls'>;

/** What a case was built from, with every change that was accepted before a record. */
export const buildAt = (file: Built, seq = Number.POSITIVE_INFINITY): Fields =>
  Object.assign(
    {},
    file.started.body,
    ...callsBefore(file, 'change-case', seq).map(({ body }) => body),
  ) as Fields;

/** The member of a case, with every change that was accepted before a record. */
export const memberAt = (facts: Facts, file: Built, seq?: number): Member | undefined =>
  facts.index.members.get(text(fields(buildAt(file, seq).member).id) ?? '');

/** The case that a call is about, by its path. */
export const caseOfCall = (facts: Facts, { path }: Exchange): DelegateCase | undefined =>
  delegateOf(facts).cases.get(text(path.id) ?? '');

export const talkOfCall = (facts: Facts, { path }: Exchange): Talk | undefined =>
  delegateOf(facts).talks.get(text(path.id) ?? '');

/** Documents that were taken, before a record: uploads that were accepted, and faxes. */
export const uploadsBefore = (file: DelegateCase, seq?: number): Exchange[] =>
  callsBefore(file, 'attach-case-document', seq);

export const isPractice = (facts: Facts, user: string): boolean =>
  delegateOf(facts).delegation?.accounts.some(({ id }) => id === user) === true ||
  (facts.index.byOperation.get('set-account-password') ?? []).some(
    (call) => done(call) && text(call.path.id) === user,
  );

export const staffRole = (facts: Facts, user: string): string | null =>
  delegateOf(facts).delegation?.staff.find(({ id }) => id === user)?.role ?? null;

/** The state of a consultation before a record: what its feed told last. */
export const talkState = ({ notes }: Talk, seq: number): string =>
  notes
    .filter((note) => note.type === 'consultation-changed' && note.seq < seq)
    .map(({ told }) => text(told.to) ?? '')
    .at(-1) ?? 'scheduled';

/** The case of the path of a call that the user of that case makes. */
export function ownCase(facts: Facts, call: Exchange): DelegateCase | null {
  const file = caseOfCall(facts, call);
  return file?.user === call.actor && call.status !== 401 ? file : null;
}
