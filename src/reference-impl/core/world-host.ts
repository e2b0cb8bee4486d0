import type { Pack } from '../../rulebook/index.ts';
import { behavioralDelegate, isOvertaken } from '../reviews/preparation.ts';
import { type Act, nextAct } from '../staff/agenda.ts';
import { nextDelegateAct } from '../staff/delegate-agenda.ts';
import type { EventStore } from '../store/store.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { DomainEvent } from './event.ts';
import { evolve, openState } from './evolve.ts';
import type { Parts } from './parts.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { PortalState } from './state.ts';

type HostOptions = { readonly parts: Parts; readonly pack: Pack; readonly store: EventStore };

/** Something that the plan does at an instant (epoch ms) that is not about one request. */
type Due = { readonly at: number; readonly command: Command; readonly key?: string };

/** One world: its state, its desk, and the events that made it. */
export class WorldHost {
  readonly state: PortalState;
  readonly #options: HostOptions;
  readonly #agenda = new Map<string, Act | null>();
  readonly #announced = new Set<string>();
  readonly #stuck = new Set<string>();
  /** What the delegate’s desk has tried. */
  readonly #tried = new Set<string>();
  #written: number;

  private constructor(state: PortalState, options: HostOptions, written: number) {
    this.state = state;
    this.#options = options;
    this.#written = written;
  }

  /** A world as its first event made it. */
  static open(
    id: string,
    event: Extract<DomainEvent, { type: 'world-opened' }>,
    options: HostOptions,
  ): WorldHost {
    options.store.append(id, 0, [event]);
    return new WorldHost(openState(id, event), options, 1);
  }

  /** A world as its kept events left it. */
  static restore(id: string, events: readonly DomainEvent[], options: HostOptions): WorldHost | null {
    const [first, ...rest] = events;
    if (first?.type !== 'world-opened') return null;
    const host = new WorldHost(openState(id, first), options, events.length);
    for (const event of rest) host.#apply(event);
    return host;
  }

  #apply(event: DomainEvent): void {
    const { parts, pack } = this.#options;
    const { feed, outbox } = parts;
    evolve(this.state, event, pack);
    this.state.feed.push(...feed(event, this.state));
    this.state.outbox.push(...outbox(event, this.state));
    if (event.type === 'announced') this.#announced.add(`${event.procedure} ${event.effectiveFrom}`);
    if ('request' in event) this.#agenda.delete(event.request);
  }

  /** Carries out one command at an instant (epoch ms); its events are kept before they are true. */
  execute(command: Command, now: number): readonly DomainEvent[] | Refusal {
    const { parts, pack, store } = this.#options;
    const decided = decide(this.state, command, now, { parts, pack });
    if (isRefusal(decided)) return decided;
    const events = parts.events(decided, this.state);
    if (events.length > 0) {
      store.append(this.state.id, this.#written, events);
      this.#written += events.length;
      for (const event of events) this.#apply(event);
    }
    return events;
  }

  /** The message that waits longest, and when its office opens. */
  #nextMessage(): { readonly at: number; readonly message: string } | null {
    const [first] = this.state.messages;
    if (!first) return null;
    const [message, left] = first;
    const { parts, pack } = this.#options;
    return { message, at: parts.desk.retrieveAt(left, pack) };
  }

  /** The change of the grid that is announced next; one that was in force when the world began is none. */
  #nextAnnouncement(): Due | null {
    const { parts, pack } = this.#options;
    let next: Due | null = null;
    for (const { code, grid } of this.state.world.procedures) {
      for (const { from } of grid?.slice(1) ?? []) {
        if (this.#announced.has(`${code} ${from}`)) continue;
        const at = parts.desk.announceAt(from, pack);
        if (!next || at < next.at)
          next = { at, command: { do: 'announce', procedure: code, effectiveFrom: from } };
      }
    }
    return next;
  }

  /** The deferred request that is taken up next, whoever runs the desk: that is the system's work. */
  #nextDeferral(): Due | null {
    let next: Due | null = null;
    for (const deferral of this.state.deferrals.values()) {
      if (deferral.request !== null || this.#stuck.has(deferral.receipt)) continue;
      const at = this.#options.parts.gates.takenUpAt(deferral);
      if (!next || at < next.at) next = { at, command: { do: 'process', receipt: deferral.receipt } };
    }
    return next;
  }

  /** What the plan does next beside its requests: hear a message, announce a change, or take a request up. */
  #nextOther(): Due | null {
    const { parts, pack } = this.#options;
    const works = this.state.world.desk === 'portal';
    const rules = { gates: parts.delegate, pack };
    const due = [
      this.#nextDeferral(),
      works ? this.#nextOfOffice() : null,
      works ? nextDelegateAct(this.state, rules, this.#tried) : null,
    ];
    return due.reduce((first, one) => (!first || (one && one.at < first.at) ? one : first), null);
  }

  #nextOfOffice(): Due | null {
    const message = this.#nextMessage();
    const announcement = this.#nextAnnouncement();
    const heard: Due | null = message && {
      at: message.at,
      command: { do: 'retrieve', message: message.message },
    };
    if (!heard || !announcement) return heard ?? announcement;
    return heard.at <= announcement.at ? heard : announcement;
  }

  #nextAct(): Act | null {
    if (this.state.world.desk !== 'portal') return null;
    let next: Act | null = null;
    for (const request of this.state.requests.values()) {
      let act = this.#agenda.get(request.id);
      if (act === undefined) {
        act = nextAct({ pack: this.#options.pack, policy: this.#options.parts.desk }, this.state, request);
        this.#agenda.set(request.id, act);
      }
      if (act && (!next || act.at < next.at)) next = act;
    }
    return next;
  }

  #commandOf(act: Act): Command | null {
    const { parts, pack } = this.#options;
    const { desk } = parts;
    const request = this.state.requests.get(act.request);
    if (!request) return null;
    const actor = { kind: 'staff', user: null, role: 'nurse' } as const;
    const about = { actor, request: request.id };
    if (act.do === 'ask') return { ...about, do: 'ask', items: act.items };
    if (act.do === 'prepare' || act.do === 'decide') {
      const found = desk.review(this.state, request, pack);
      // What has changed since the nurse's review is reviewed anew, so that nothing is decided that was not prepared.
      if (act.do === 'prepare' || isOvertaken(request, found)) {
        const { outcome, basis } = found;
        const events = desk.prepare(this.state, request, act.do === 'prepare' ? act.decideAt : act.at, found);
        return { ...about, do: 'note', events: [...events, { type: 'prepared', outcome, basis }] };
      }
      const { unitsGranted, ...finding } = found;
      const role = desk.decider({ ...finding, unitsGranted }, request, this.state);
      const decision = { ...finding, ...(finding.outcome === 'partial' ? { unitsGranted } : {}) };
      const organization = behavioralDelegate(this.state, request);
      return {
        do: 'decide',
        actor: { ...actor, role },
        request: request.id,
        decision,
        ...(organization ? { organization } : {}),
      };
    }
    const made = request.determinations[act.decision - 1];
    if (!made) return null;
    if (act.do === 'call') {
      return { ...about, do: 'call', decision: act.decision, to: desk.callee(made), result: 'reached' };
    }
    const sections = desk.sections(this.state, request, made);
    return { ...about, do: 'write', decision: act.decision, to: act.to, sections };
  }

  #do({ at, command, key }: Due): void {
    if (key !== undefined) this.#tried.add(key);
    if (command.do === 'announce') this.#announced.add(`${command.procedure} ${command.effectiveFrom}`);
    // Tried once, whatever came of it, so that the system never waits for itself.
    if (command.do === 'process') this.#stuck.add(command.receipt);
    this.execute(command, Math.max(at, this.state.now));
    // Heard once, whatever was recorded of it, so that the desk never waits for itself.
    if (command.do === 'retrieve') this.state.messages.delete(command.message);
  }

  #act(act: Act): void {
    const command = this.#commandOf(act);
    const done = command ? this.execute(command, Math.max(act.at, this.state.now)) : null;
    if (done === null || isRefusal(done) || done.length === 0) this.#agenda.set(act.request, null);
  }

  /** Does everything that is due by an instant, in order of time, and moves the clock to it. */
  advance(to: number): Refusal | null {
    if (to >= this.state.now) {
      for (;;) {
        const act = this.#nextAct();
        const other = this.#nextOther();
        if (other && other.at <= to && (!act || other.at <= act.at)) this.#do(other);
        else if (act && act.at <= to) this.#act(act);
        else break;
      }
    }
    const moved = this.execute({ do: 'move-clock' }, to);
    return isRefusal(moved) ? moved : null;
  }
}
