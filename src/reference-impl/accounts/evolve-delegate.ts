import type { PortalState } from '../core/state.ts';
import type { DelegateDomainEvent } from '../delegate/event.ts';

/** Applies what happened to the delegate's own accounts. */
export function evolveDelegateAccounts({ delegate }: PortalState, event: DelegateDomainEvent): void {
  switch (event.type) {
    case 'account-registered': {
      const { user, firstName, lastName, email, phone, fax, defaultPortal } = event.account;
      delegate.tokens.set(event.token, user);
      delegate.accounts.set(user, {
        id: user,
        name: `${firstName} ${lastName}`,
        email,
        phone,
        fax,
        defaultPortal,
        secret: null,
        practitioners: [],
        timeZone: null,
      });
      break;
    }
    case 'account-password-set': {
      const account = delegate.accounts.get(event.user);
      if (account) account.secret = event.secret;
      delegate.tokens.delete(event.token);
      break;
    }
    case 'practitioner-added':
      delegate.accounts.get(event.user)?.practitioners.push(event.practitioner);
      break;
    case 'time-zone-set': {
      const account = delegate.accounts.get(event.user);
      if (account) account.timeZone = event.timeZone;
      break;
    }
    default:
      break;
  }
}
