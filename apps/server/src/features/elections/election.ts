// The life of an election: docs/state-machines/election.md draws it.
import type { ElectionState, ElectionTransition } from '@comitium/contract';
import type { ElectionMoveType } from './election-events.ts';

interface Arrow {
  readonly from: readonly ElectionState[];
  readonly to: ElectionState;
  /** What the ledger calls it. */
  readonly event: ElectionMoveType;
}

export const electionArrows: Readonly<Record<ElectionTransition, Arrow>> = {
  open: { from: ['setup'], to: 'open', event: 'election.opened' },
  'start-counting': { from: ['open'], to: 'counting', event: 'election.counting_started' },
  'close-counting': { from: ['counting', 'reopened'], to: 'provisional', event: 'election.counting_closed' },
  certify: { from: ['provisional', 'reopened'], to: 'certified', event: 'election.certified' },
  reopen: { from: ['certified'], to: 'reopened', event: 'election.reopened' },
};

/** The state after the transition, null where there is no such arrow. */
export const nextState = (state: ElectionState, transition: ElectionTransition): ElectionState | null => {
  const { from, to } = electionArrows[transition];
  return from.includes(state) ? to : null;
};

/** A certified election stands as it is until it is reopened. */
export const mayBeEdited = (state: ElectionState): boolean => state !== 'certified';
