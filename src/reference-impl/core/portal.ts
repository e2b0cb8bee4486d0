import type { World } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { bcryptPasswords, type Passwords } from '../accounts/passwords.ts';
import { type EventStore, memoryStore } from '../store/store.ts';
import { PARTS, type Parts } from './parts.ts';
import { WorldHost } from './world-host.ts';

/** What a call that opened a world said, checked and frozen, by the text of its body. */
export type Openings = Map<string, { readonly world: World; readonly at: string }>;

export type PortalOptions = {
  /** The packs whose worlds can be opened. */
  readonly packs: readonly Pack[];
  /** A text that nobody can guess, for session tokens. */
  readonly token: () => string;
  /** How passwords of registered users are kept; the default costs little and is for tests. */
  readonly passwords?: Passwords;
  readonly parts?: Parts;
  readonly store?: EventStore;
  /** Where openings are remembered, by this portal and others, so that a world opened again is not checked again. */
  readonly openings?: Openings;
};

/** The reference implementation: isolated worlds behind one set of rules. */
export class Portal {
  readonly parts: Parts;
  readonly token: () => string;
  readonly passwords: Passwords;
  readonly store: EventStore;
  readonly openings: Openings | null;
  readonly #packs: readonly Pack[];
  readonly #worlds = new Map<string, { host: WorldHost; pack: Pack }>();
  #opened = 0;

  constructor({ packs, token, passwords, openings, parts = PARTS, store = memoryStore() }: PortalOptions) {
    this.#packs = packs;
    this.openings = openings ?? null;
    this.token = token;
    this.passwords = passwords ?? bcryptPasswords(4);
    this.store = store;
    this.parts = parts;
    for (const { id, events } of store.worlds()) {
      const first = events[0];
      const pack = first?.type === 'world-opened' ? this.packOf(first.world) : undefined;
      const host = pack && WorldHost.restore(id, events, { parts, pack, store });
      if (host && pack) this.#worlds.set(id, { host, pack });
      this.#opened = Math.max(this.#opened, Number(id.replace('world-', '')) || 0);
    }
  }

  /** By whose figures a call is read that names no world. Throws RangeError for a portal without packs. */
  get defaultPack(): Pack {
    const [first] = this.#packs;
    if (!first) throw new RangeError('a portal needs a pack');
    return first;
  }

  /** The pack that a world asks for, or undefined. */
  packOf(world: World): Pack | undefined {
    return this.#packs.find(({ id }) => id === world.pack);
  }

  /** Opens a world at an instant (epoch ms). Returns its id. */
  open(world: World, pack: Pack, now: number): string {
    this.#opened += 1;
    const id = `world-${this.#opened}`;
    const options = { parts: this.parts, pack, store: this.store };
    const host = WorldHost.open(id, { type: 'world-opened', at: now, world }, options);
    this.#worlds.set(id, { host, pack });
    return id;
  }

  find(id: string): { host: WorldHost; pack: Pack } | undefined {
    return this.#worlds.get(id);
  }

  end(id: string): boolean {
    this.store.remove(id);
    return this.#worlds.delete(id);
  }
}
