import type { AccessRequest, UserChange } from '../../contract/index.ts';
import type { Actor } from '../core/actor.ts';
import type { ProviderUser, Secret } from './model.ts';
/** What is asked of accounts. `user` is who asks, as the portal knows them now; null for staff and newcomers. */
export type AccountCommand =
  | { readonly do: 'sign-in'; readonly user: string; readonly matches: boolean; readonly token: string }
  | { readonly do: 'sign-out'; readonly token: string }
  | {
      readonly do: 'request-access';
      readonly wanted: Omit<AccessRequest, 'password'>;
      readonly secret: Secret;
      /** Whether the name is free, or the password is that of its account. */
      readonly owned: boolean;
      readonly administrator: ProviderUser | null;
    }
  | {
      readonly do: 'approve-access';
      readonly id: string;
      readonly actor: Actor;
      readonly user: ProviderUser | null;
    }
  | {
      readonly do: 'change-user';
      readonly target: string;
      readonly site: string;
      readonly user: ProviderUser;
      readonly change: UserChange;
    }
  | {
      readonly do: 'renew-access';
      readonly target: string;
      readonly site: string;
      readonly user: ProviderUser;
    }
  | {
      readonly do: 'audit';
      readonly user: string;
      readonly site: string | null;
      readonly operation: string;
      readonly object: string | null;
      readonly status: number;
    };

const ACCOUNT_COMMANDS = [
  'sign-in',
  'sign-out',
  'request-access',
  'approve-access',
  'change-user',
  'renew-access',
  'audit',
];

export const isAccountCommand = (command: { readonly do: string }): command is AccountCommand =>
  ACCOUNT_COMMANDS.includes(command.do);
