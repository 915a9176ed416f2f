import type { ServerMessage } from '@comitium/contract';
import { SharedMessage } from './shared-message.ts';

/** A message of the contract, ready to be sent in any form. */
export const toSharedMessage = (message: ServerMessage): SharedMessage => {
  const id = 'seq' in message ? { id: message.seq } : {};
  // `error` is what EventSource calls its own failures.
  const name = message.op === 'error' ? 'problem' : message.op;
  return new SharedMessage(JSON.stringify(message), { name, ...id });
};
