import type { Delegation, Member } from '../../contract/index.ts';
import type { HistoryRecord } from '../../history/index.ts';
import { type DelegatePack, delegatePackOf } from '../../rulebook/index.ts';
import type { Exchange } from '../case-file.ts';
import type { Ground } from '../ground.ts';
import { recordsBefore } from '../order.ts';
import { type Fields, fields, list, text } from '../values.ts';

/** Something that the feed or the outbox tells of a case. Instants are epoch ms. */
export type DelegateNote = {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly told: Fields;
};

/** One case of the delegate so far, from calls, the feed and the outbox. */
export class DelegateCase {
  readonly number: string;
  readonly name: string;
  readonly user: string;
  readonly started: Exchange;
  /** Calls about it, in order. */
  readonly calls: Exchange[];
  readonly notes: DelegateNote[];
  readonly notices: DelegateNote[];
  readonly #ground: Ground;
  #member: Member | undefined;
  #pack: DelegatePack | null;

  constructor(number: string, started: Exchange, known: DelegateRecords, ground: Ground) {
    this.number = number;
    this.name = started.case ?? number;
    this.user = started.actor;
    this.started = started;
    this.calls = [started, ...known.calls];
    this.notes = known.notes;
    this.notices = known.notices;
    this.#ground = ground;
    this.#member = memberAt(ground, this);
    this.#pack = this.#packOf(this.#member);
  }

  /** The line of business of its member. A draft may be changed to another member, and goes by the line of that one. */
  get line(): string {
    return this.#member?.lineOfBusiness ?? '';
  }

  /** The pack of its line of business. Throws RangeError where there is none; such a case is not listed. */
  get pack(): DelegatePack {
    if (!this.#pack) throw new RangeError(`no pack binds the line of business of case ${this.number}`);
    return this.#pack;
  }

  get isBound(): boolean {
    return this.#pack !== null;
  }

  #packOf(member: Member | undefined): DelegatePack | null {
    return delegatePackOf(this.#ground.pack, member?.lineOfBusiness ?? '');
  }

  /** Takes in a call about it. */
  call(call: Exchange): void {
    this.calls.push(call);
    if (call.op !== 'change-case' || !done(call)) return;
    this.#member = memberAt(this.#ground, this) ?? this.#member;
    this.#pack = this.#packOf(this.#member);
  }
}

/** One consultation so far, with every call about it. */
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

type DelegateRecords = {
  readonly calls: Exchange[];
  readonly notes: DelegateNote[];
  readonly notices: DelegateNote[];
};

export const done = ({ status }: Exchange): boolean => status < 300;

const isDelegates = (type: string): boolean => /^(case|consultation)-/.test(type);

/** What the delegate’s cases and appointments have come to, folded record by record. */
export class DelegateFacts implements Delegate {
  readonly delegation: Delegation | null;
  readonly cases = new Map<string, DelegateCase>();
  readonly talks = new Map<string, Talk>();
  readonly #ground: Ground;
  /** What is known under a number, of a case or of an appointment, also before it is known as one. */
  readonly #records = new Map<string, DelegateRecords>();

  constructor(ground: Ground) {
    this.#ground = ground;
    this.delegation = ground.world.delegation ?? null;
  }

  #recordsOf(id: string): DelegateRecords {
    const known = this.#records.get(id) ?? { calls: [], notes: [], notices: [] };
    this.#records.set(id, known);
    return known;
  }

  /** Takes in one record; `call` is the call that it ends, where it is an answer. */
  step(record: HistoryRecord, call: Exchange | null): void {
    if (call) this.#call(call);
    const common = { seq: record.seq, at: Date.parse(record.at) };
    if (record.kind === 'portal' && isDelegates(record.event.type)) {
      const { type, request } = record.event;
      const note = { ...common, type, told: fields(record.event) };
      this.#recordsOf(request).notes.push(note);
      const appointment = text(note.told.appointment);
      if (appointment !== null) this.#recordsOf(appointment).notes.push(note);
    }
    if (record.kind === 'sent' && record.item.kind === 'notice') {
      const { about, request } = record.item;
      this.#recordsOf(request).notices.push({ ...common, type: about, told: fields(record.item) });
    }
  }

  #call(call: Exchange): void {
    const id = text(call.path.id);
    if (id !== null) {
      const known = this.cases.get(id);
      if (known) known.call(call);
      else this.#recordsOf(id).calls.push(call);
    }
    if (!done(call)) return;
    const number = call.op === 'start-case' ? text(call.answer.caseNumber) : null;
    if (number !== null && !this.cases.has(number)) this.#start(number, call);
    const appointment = call.op === 'schedule-peer-to-peer' ? text(call.answer.id) : null;
    if (appointment !== null && !this.talks.has(appointment)) this.#schedule(appointment, call);
  }

  #start(number: string, started: Exchange): void {
    const file = new DelegateCase(number, started, this.#recordsOf(number), this.#ground);
    if (file.isBound) this.cases.set(number, file);
  }

  #schedule(id: string, scheduled: Exchange): void {
    const numbers = list(scheduled.body.cases).map((one) => text(fields(one).caseNumber) ?? '');
    const { calls, notes } = this.#recordsOf(id);
    const cases = numbers.flatMap((number) => this.cases.get(number) ?? []);
    this.talks.set(id, { id, scheduled, cases, calls, notes });
  }
}

/** Facts as far as the delegate’s cases need them. */
type WithDelegate = Ground & {
  readonly delegate: Delegate;
  readonly index: { readonly byOperation: ReadonlyMap<string, readonly Exchange[]> };
};

/** The delegate’s cases and appointments so far. */
export const delegateOf = (facts: WithDelegate): Delegate => facts.delegate;

/** Successful calls of one operation about a case, before a record. */
export const callsBefore = (
  file: Pick<DelegateCase, 'calls'>,
  op: string,
  seq = Number.POSITIVE_INFINITY,
): Exchange[] => recordsBefore(file.calls, seq).filter((call) => call.op === op && done(call));

export const lastCall = (file: DelegateCase, op: string, seq?: number): Exchange | null =>
  callsBefore(file, op, seq).at(-1) ?? null;

/** What the feed told of one type before a record. */
export const notesBefore = (
  file: DelegateCase,
  type: string,
  seq = Number.POSITIVE_INFINITY,
): DelegateNote[] => recordsBefore(file.notes, seq).filter((note) => note.type === type);

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
export const memberAt = ({ members }: Ground, file: Built, seq?: number): Member | undefined =>
  members.get(text(fields(buildAt(file, seq).member).id) ?? '');

/** The case that a call is about, by its path. */
export const caseOfCall = (facts: WithDelegate, { path }: Exchange): DelegateCase | undefined =>
  delegateOf(facts).cases.get(text(path.id) ?? '');

export const talkOfCall = (facts: WithDelegate, { path }: Exchange): Talk | undefined =>
  delegateOf(facts).talks.get(text(path.id) ?? '');

/** Documents that were taken, before a record: uploads that were accepted, and faxes. */
export const uploadsBefore = (file: DelegateCase, seq?: number): Exchange[] =>
  callsBefore(file, 'attach-case-document', seq);

export const isPractice = (facts: WithDelegate, user: string): boolean =>
  delegateOf(facts).delegation?.accounts.some(({ id }) => id === user) === true ||
  (facts.index.byOperation.get('set-account-password') ?? []).some(
    (call) => done(call) && text(call.path.id) === user,
  );

export const staffRole = (facts: WithDelegate, user: string): string | null =>
  delegateOf(facts).delegation?.staff.find(({ id }) => id === user)?.role ?? null;

/** The state of a consultation so far: what its feed told last. */
export const talkState = ({ notes }: Talk): string =>
  notes
    .filter((note) => note.type === 'consultation-changed')
    .map(({ told }) => text(told.to) ?? '')
    .at(-1) ?? 'scheduled';

/** The case of the path of a call that the user of that case makes. */
export function ownCase(facts: WithDelegate, call: Exchange): DelegateCase | null {
  const file = caseOfCall(facts, call);
  return file?.user === call.actor && call.status !== 401 ? file : null;
}
