import type {
  DecisionAct,
  Injection,
  LetterSections,
  Party,
  StaffRole,
  World,
} from '../../contract/index.ts';
import type { Draft } from './checks/index.ts';
import type { CallResult, ClosureReason } from './event.ts';

/** Who gives a command: a signed-in user, or the desk of the plan itself. */
export type Actor =
  | { readonly kind: 'provider'; readonly user: string; readonly site: string }
  | { readonly kind: 'staff'; readonly user: string | null; readonly role: StaffRole };

export type Command =
  | { readonly do: 'open-world'; readonly world: World }
  | { readonly do: 'sign-in'; readonly user: string; readonly password: string; readonly token: string }
  | { readonly do: 'choose-site'; readonly token: string; readonly site: string }
  | { readonly do: 'move-clock' }
  | { readonly do: 'inject'; readonly injection: Injection }
  | { readonly do: 'submit'; readonly actor: Actor; readonly draft: Draft; readonly key: string | null }
  | {
      readonly do: 'supply';
      readonly actor: Actor;
      readonly request: string;
      readonly items: readonly string[];
    }
  | { readonly do: 'ask'; readonly actor: Actor; readonly request: string; readonly items: readonly string[] }
  | { readonly do: 'decide'; readonly actor: Actor; readonly request: string; readonly decision: DecisionAct }
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
  | { readonly do: 'close'; readonly actor: Actor; readonly request: string; readonly reason: ClosureReason };

export type CommandOf<T extends Command['do']> = Extract<Command, { do: T }>;
