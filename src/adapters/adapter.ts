import type {
  Description,
  FeedEvent,
  Injection,
  Lasts,
  OutboxItem,
  PortalOperationId,
  World,
} from '../contract/index.ts';

/** One portal operation to perform, as a user of the portal would. */
export type Ask = {
  readonly op: PortalOperationId;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly token?: string;
  /** The file that goes along, base64; `body` then tells its name and description. */
  readonly file?: string;
};

/**
 * What came back: the status, the parsed body, and its raw text. A refusal is a reply too. A file comes back as
 * what can be said of it (`FileReply`), its text left empty.
 */
export type Reply = { readonly status: number; readonly body: unknown; readonly text: string };

/** A file that was answered. `head` are its first bytes as Latin-1; `text` is there for text alone. */
export type FileReply = {
  readonly file: {
    readonly type: string;
    readonly disposition: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly head: string;
    readonly text?: string;
  };
};

/** The interface to one implementation. It performs steps and hands back events; it never sees expectations. */
export type Adapter = {
  readonly name: string;
  readonly describe: () => Promise<Description>;
  /** Makes an isolated world at an instant (ISO); answers its id. */
  readonly open: (world: World, at: string) => Promise<string>;
  readonly perform: (world: string, ask: Ask) => Promise<Reply>;
  /** Moves the clock of a world to an instant (ISO); resolves when everything due by then is done. */
  readonly advance: (world: string, to: string) => Promise<void>;
  readonly events: (world: string, after: number) => Promise<readonly FeedEvent[]>;
  readonly outbox: (world: string, after: number) => Promise<readonly OutboxItem[]>;
  /**
   * How far feed and outbox of a world had come at its latest answer, where the implementation tells it with every
   * answer; null where it does not. Then, and without this function, both are read after every act.
   */
  readonly lasts?: (world: string) => Lasts | null;
  /** Makes something happen from outside; answers the number of the request that came of it, if any. */
  readonly inject: (world: string, injection: Injection) => Promise<string | null>;
  readonly close: (world: string) => Promise<void>;
  readonly dispose: () => Promise<void>;
};

/** The ways in which an implementation or its adapter can fail to hold a conversation. */
export type AdapterErrorKind =
  | 'refused'
  | 'reset'
  | 'hung'
  | 'slow-drip'
  | 'wrong-content-type'
  | 'invalid-json'
  | 'schema-mismatch'
  | 'oversized'
  | 'redirect-loop'
  | 'unexpected-status'
  | 'clock-backward'
  | 'feed-repeats'
  | 'feed-skips'
  | 'feed-reorders'
  | 'process-ended';

const HINTS: Record<AdapterErrorKind, string> = {
  refused: 'Is the portal running, and is the address right?',
  reset: 'The connection was cut in the middle of an answer; look for a crash in the portal’s log.',
  hung: 'No answer came in time; raise --timeout if the portal is only slow.',
  'slow-drip': 'The answer began but did not end in time; raise --timeout if the portal is only slow.',
  'wrong-content-type': 'Answers are application/json, refusals application/problem+json.',
  'invalid-json': 'The body must be one JSON value.',
  'schema-mismatch': 'Compare the answer with the OpenAPI document.',
  oversized: 'An answer holds at most 8 MiB; page the feed with `after`.',
  'redirect-loop': 'The portal redirected more than five times; give the final address as --target.',
  'unexpected-status': 'Compare the status with the OpenAPI document.',
  'clock-backward': 'A world’s clock only moves forward, to the instant that was asked for.',
  'feed-repeats': 'Each `seq` is reported once; `after=N` leaves out everything up to N.',
  'feed-skips': '`seq` counts from 1 without a gap.',
  'feed-reorders': 'Events come in order of `seq`, and `at` never runs back.',
  'process-ended': 'The adapter’s process ended; run its command by hand to see why.',
};

/** A conversation that could not be held: never a verdict about the portal’s rules. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly kind: AdapterErrorKind;
  readonly hint: string;

  constructor(kind: AdapterErrorKind, seen: string) {
    super(`${kind}: ${seen}. ${HINTS[kind]}`);
    this.kind = kind;
    this.hint = HINTS[kind];
  }
}
