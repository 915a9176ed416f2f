import { liveCloseCode } from '@comitium/contract';
import type { LiveFailure } from './watch-state.ts';

/** What a client does when its connection has been closed. */
export type AfterClose =
  | { readonly kind: 'stop'; readonly error: LiveFailure }
  /** Try once with a new ticket, or stop with the error when that has been done. */
  | { readonly kind: 'new-ticket'; readonly error: LiveFailure }
  | { readonly kind: 'retry'; readonly wait: 'backoff' | 'going-away' | 'long' };

export const afterClose = (code: number): AfterClose => {
  switch (code) {
    case liveCloseCode.malformed:
    case liveCloseCode.tooLarge:
      return {
        kind: 'stop',
        error: { code: 'invalid_request', message: 'The server does not understand us' },
      };
    case liveCloseCode.unauthenticated:
      return { kind: 'new-ticket', error: { code: 'unauthenticated', message: 'Sign in again' } };
    case liveCloseCode.forbidden:
      return { kind: 'new-ticket', error: { code: 'forbidden', message: 'You may not watch this any more' } };
    case liveCloseCode.goingAway:
      return { kind: 'retry', wait: 'going-away' };
    case liveCloseCode.tooMany:
      return { kind: 'retry', wait: 'long' };
    default:
      return { kind: 'retry', wait: 'backoff' };
  }
};
