import type { Permission, UserChange, UserClass } from '../../contract/index.ts';
import type { Secret } from './model.ts';

/** What happens to accounts, and what users did. Instants are epoch milliseconds. */
export type AccountEvent =
  | { readonly type: 'signed-in'; readonly at: number; readonly user: string; readonly token: string }
  | { readonly type: 'sign-in-failed'; readonly at: number; readonly user: string }
  | { readonly type: 'signed-out'; readonly at: number; readonly token: string }
  | { readonly type: 'site-chosen'; readonly at: number; readonly token: string; readonly site: string }
  | {
      readonly type: 'access-requested';
      readonly at: number;
      readonly id: string;
      readonly user: string;
      readonly site: string;
      readonly permissions: readonly Permission[];
      readonly profile: {
        readonly name: string;
        readonly class: UserClass;
        readonly email: string;
        readonly phone: string;
        readonly secret: Secret;
      };
      readonly byAdministrator: boolean;
      readonly owned: boolean;
    }
  | {
      readonly type: 'access-approved';
      readonly at: number;
      readonly id: string;
      readonly by: 'administrator' | 'plan';
    }
  | {
      readonly type: 'user-changed';
      readonly at: number;
      readonly user: string;
      readonly site: string;
      readonly change: UserChange;
    }
  | { readonly type: 'access-renewed'; readonly at: number; readonly user: string; readonly site: string }
  | {
      readonly type: 'audited';
      readonly at: number;
      readonly user: string;
      readonly site: string | null;
      readonly operation: string;
      readonly object: string | null;
      readonly status: number;
    };
