import { isUuid } from '@comitium/basics';
import type { LedgerEvent } from './ledger-event.ts';

const streams = /^(?:election|conflicts):([0-9a-f-]{36})(?::|$)/;

/** The election whose administrators may read of the event: named by its stream or its payload. */
export const electionOf = ({
  stream,
  payload,
}: Pick<LedgerEvent, 'stream'> & { readonly payload: object }): string | null => {
  const { electionId, election } = payload as { electionId?: unknown; election?: unknown };
  const named = streams.exec(stream)?.[1] ?? electionId ?? election;
  return typeof named === 'string' && isUuid(named) ? named : null;
};
