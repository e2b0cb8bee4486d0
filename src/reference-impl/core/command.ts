import type {
  DecisionAct,
  Injection,
  LetterSections,
  Party,
  User,
  Without,
  World,
} from '../../contract/index.ts';
import type { AccountCommand } from '../accounts/command.ts';
import type { DelegateCommand } from '../delegate/command.ts';
import type { Upload } from '../documents/model.ts';
import type { OfficeCommand } from '../practice-office/command.ts';
import type { Draft } from '../request-entry/checks.ts';
import type { Revision } from '../revisions/revise.ts';
import type { Actor } from './actor.ts';
import type { CallResult, ClosureReason, RequestEvent } from './event.ts';

export type Command =
  | { readonly do: 'open-world'; readonly world: World }
  | AccountCommand
  | OfficeCommand
  | DelegateCommand
  | {
      readonly do: 'attach';
      readonly actor: Actor;
      readonly request: string;
      readonly upload: Upload;
    }
  | { readonly do: 'process'; readonly receipt: string }
  | { readonly do: 'choose-site'; readonly token: string; readonly site: string; readonly user: User }
  | { readonly do: 'move-clock' }
  | {
      readonly do: 'inject';
      readonly injection: Injection;
      /** Where the bytes of a fax are kept. */
      readonly sha256?: string;
    }
  | {
      readonly do: 'submit';
      readonly actor: Actor;
      readonly user: User;
      readonly draft: Draft;
      readonly key: string | null;
    }
  | {
      readonly do: 'supply';
      readonly actor: Actor;
      readonly request: string;
      readonly items: readonly string[];
    }
  | { readonly do: 'ask'; readonly actor: Actor; readonly request: string; readonly items: readonly string[] }
  | {
      readonly do: 'decide';
      readonly actor: Actor;
      readonly request: string;
      readonly decision: DecisionAct;
      readonly organization?: string;
    }
  | {
      readonly do: 'call';
      readonly actor: Actor;
      readonly request: string;
      readonly decision: number;
      readonly to: Party;
      readonly result: CallResult;
    }
  | {
      readonly do: 'write';
      readonly actor: Actor;
      readonly request: string;
      readonly decision: number;
      readonly to: Party;
      readonly sections: LetterSections;
    }
  | { readonly do: 'reconsider'; readonly actor: Actor; readonly request: string }
  | { readonly do: 'revise'; readonly actor: Actor; readonly request: string; readonly revision: Revision }
  | { readonly do: 'appeal'; readonly actor: Actor; readonly request: string; readonly decision: number }
  | { readonly do: 'discuss'; readonly actor: Actor; readonly request: string }
  | { readonly do: 'send-criteria'; readonly actor: Actor; readonly criteria: string }
  | { readonly do: 'announce'; readonly procedure: string; readonly effectiveFrom: string }
  | { readonly do: 'retrieve'; readonly message: string }
  | {
      readonly do: 'note';
      readonly actor: Actor;
      readonly request: string;
      readonly events: readonly Without<RequestEvent, 'at' | 'request'>[];
    }
  | { readonly do: 'close'; readonly actor: Actor; readonly request: string; readonly reason: ClosureReason };

export type CommandOf<T extends Command['do']> = Extract<Command, { do: T }>;
