import type { DelegateOperationId, OperationId } from '../../contract/index.ts';
import { DELEGATE_ACCOUNT_HANDLERS, registerAccount, setPassword } from '../accounts/delegate-handlers.ts';
import { DELEGATE_CASE_HANDLERS } from '../case-build/handlers.ts';
import { DELEGATE_LISTS } from '../case-lookup/handlers.ts';
import { DELEGATE_TALK_HANDLERS } from '../peer-to-peer/handlers.ts';
import type { Handler } from './delegate-acts.ts';

/** What the delegate does for anybody. */
export const DELEGATE_OPEN = { 'register-account': registerAccount, 'set-account-password': setPassword };

type OpenOperation = keyof typeof DELEGATE_OPEN;

/** What the delegate does for somebody who is signed in there. */
export const DELEGATE_HANDLERS: Readonly<Record<Exclude<DelegateOperationId, OpenOperation>, Handler>> = {
  ...DELEGATE_ACCOUNT_HANDLERS,
  ...DELEGATE_LISTS,
  ...DELEGATE_CASE_HANDLERS,
  ...DELEGATE_TALK_HANDLERS,
};

export const isOpenAtDelegate = (id: OperationId): id is OpenOperation => id in DELEGATE_OPEN;
export const isAtDelegate = (id: OperationId): id is keyof typeof DELEGATE_HANDLERS =>
  id in DELEGATE_HANDLERS;
