import type { UserId } from '@comitium/basics';
import type { FastifyRequest } from 'fastify';
import type { LedgerOrigin } from '../ledger/ledger-event.ts';
import type { Caller } from './allows.ts';

/** Who asked for a change, in which request, and why: the ledger keeps all of it beside what happened. */
export interface Origin {
  readonly caller: Caller;
  readonly requestId: string | null;
  /** In the caller's own words, where the command asks for them. */
  readonly reason?: string | null;
  /** Whom the caller acted for, where he did not act for himself. */
  readonly onBehalfOf?: UserId | null;
}

export const originOf = ({ caller, request }: { caller: Caller; request: FastifyRequest }): Origin => ({
  caller,
  requestId: request.id,
});

const deviceOf = (caller: Caller): string | null => {
  if (caller.kind === 'person') return caller.sessionId;
  return caller.kind === 'system' ? `program:${caller.name}` : null;
};

/** The members of a ledger event that tell its origin. */
export const ledgerOrigin = ({ caller, requestId, reason, onBehalfOf }: Origin): LedgerOrigin => ({
  actor: caller.kind === 'person' ? caller.id : null,
  onBehalfOf: onBehalfOf ?? null,
  device: deviceOf(caller),
  requestId,
  reason: reason ?? null,
});
