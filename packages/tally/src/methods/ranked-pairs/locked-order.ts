// Victories that are locked in, kept closed under "reaches", so that a cycle is seen at once.
import type { Victory } from './victories.ts';

export interface LockedOrder {
  /** Whether a leads to b by locked victories. */
  readonly reaches: (a: number, b: number) => boolean;
  /** Locks a victory in; it must not close a cycle. */
  readonly lock: (victory: Victory) => void;
  readonly copy: () => LockedOrder;
}

export const createLockedOrder = (
  width: number,
  reach: Uint8Array = new Uint8Array(width * width),
): LockedOrder => ({
  reaches: (a, b) => reach[a * width + b] === 1,
  lock({ winner, loser }) {
    for (let a = 0; a < width; a++) {
      if (a !== winner && reach[a * width + winner] === 0) continue;
      // Whoever reaches the loser already reaches all behind it.
      if (reach[a * width + loser] === 1) continue;
      reach[a * width + loser] = 1;
      for (let b = 0; b < width; b++) if (reach[loser * width + b] === 1) reach[a * width + b] = 1;
    }
  },
  copy: () => createLockedOrder(width, reach.slice()),
});
