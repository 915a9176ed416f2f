// What follows from a gateway's answer. Pure.
import { assertNever } from '@comitium/basics';
import type { GatewayAnswer } from './gateways/gateway.ts';
import type { MessageStep } from './message.ts';
import type { DeliveryOutcome } from './message-metrics.ts';

export interface Attempt {
  /** How many there have been, this one included. */
  readonly attempts: number;
  readonly expiresAt: Date;
  /** Of the gateway: whether an attempt of unknown end may be repeated. */
  readonly repeatable: boolean;
  readonly now: Date;
  /** From 0 to below 1. */
  readonly random: number;
}

export interface Settlement {
  readonly step: Exclude<MessageStep, 'claim' | 'retry' | 'discard'>;
  readonly outcome: DeliveryOutcome;
  readonly reason: string | null;
  readonly reference: string | null;
  /** Of the next attempt. */
  readonly nextAt: Date | null;
}

export const mostAttempts = 12;
const firstPauseMs = 4_000;
const longestPauseMs = 30 * 60_000;

/** Twice as long each time, at random between half and all of it, so that a gateway that returns is not stormed. */
export const pauseMs = (attempts: number, random: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1)) * (0.5 + random / 2);

export const settle = (
  answer: GatewayAnswer | { readonly kind: 'expired' },
  attempt: Attempt,
): Settlement => {
  switch (answer.kind) {
    case 'accepted':
      return { ...ended, step: 'accept', outcome: 'sent', reference: answer.reference };
    case 'expired':
      return { ...ended, step: 'expire', outcome: 'expired' };
    case 'pointless':
      return { ...ended, step: 'expire', outcome: 'expired', reason: answer.reason };
    case 'refused':
      return { ...ended, step: 'fail', outcome: 'dead', reason: answer.reason };
    case 'busy':
      return again(answer, attempt);
    case 'unknown':
      return attempt.repeatable
        ? again(answer, attempt)
        : { ...ended, step: 'fail', outcome: 'dead', reason: `unknown_${answer.reason}` };
    default:
      return assertNever(answer);
  }
};

const ended = { reason: null, reference: null, nextAt: null } as const;

const again = (
  { reason, retryAfterMs = 0 }: { reason: string; retryAfterMs?: number },
  { attempts, expiresAt, now, random }: Attempt,
): Settlement => {
  if (attempts >= mostAttempts) return { ...ended, step: 'fail', outcome: 'dead', reason };
  const nextAt = new Date(now.getTime() + Math.max(pauseMs(attempts, random), retryAfterMs));
  // A code that would come too late is not kept for it.
  if (nextAt >= expiresAt) return { ...ended, step: 'expire', outcome: 'expired', reason };
  return { ...ended, step: 'postpone', outcome: 'failed', reason, nextAt };
};
