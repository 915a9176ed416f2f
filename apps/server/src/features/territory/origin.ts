import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../platform/access/allows.ts';

/** Who asked for a change, and in which request: the ledger keeps both. */
export interface Origin {
  readonly caller: Caller;
  readonly requestId: string | null;
}

export const originOf = ({ caller, request }: { caller: Caller; request: FastifyRequest }): Origin => ({
  caller,
  requestId: request.id,
});

/** The members of a ledger event that tell its origin. */
export const ledgerOrigin = ({ caller, requestId }: Origin) => ({
  actor: caller.kind === 'person' ? caller.id : null,
  requestId,
});
