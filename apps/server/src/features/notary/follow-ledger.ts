import { afterCommit } from '../../platform/database/transaction.ts';
import { type Follower, startFollower } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ElectionBook } from '../elections/index.ts';
import { appendLeaves, type NewLeaf } from './append-leaves.ts';
import { leafOfEvent } from './leaf-of-event.ts';

/** Events of one transaction: more of them share the rewriting of the last tiles. */
const batch = 2_000;
const restMs = 250;

/**
 * Writes leaves in the order of the ledger, from wherever the log ends. Leaves, tiles and the position are one
 * transaction: a process that is killed at any moment has either written all of it or nothing, and of several
 * processes the one that holds the position's row writes.
 */
export const followLedger = (
  { db }: Pick<Platform, 'db'>,
  elections: ElectionBook,
  onAppended: (size: number) => void,
): Promise<Follower> =>
  startFollower(db, {
    name: 'notary',
    stored: true,
    batch,
    restMs,
    handle: async (events, tx) => {
      const leaves: NewLeaf[] = [];
      for (const event of events) {
        const found = leafOfEvent(elections, event);
        const leaf = found instanceof Promise ? await found : found;
        if (leaf !== null) leaves.push(leaf);
      }
      if (leaves.length === 0) return;
      const size = await appendLeaves(tx, leaves);
      afterCommit(tx, () => onAppended(size));
    },
  });
