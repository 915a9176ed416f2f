// Compares ballots by the thousand: a byte a choice and ballot, four ballots in one subtraction.
import type { WeakOrders } from '../../ballots/weak-orders.ts';

/** The sums of a lane stay within its byte for so many words. */
const words = 255;
const slots = words * 4;
const lastTier = 127;

export interface PackedBlock {
  /** Takes a ballot, or false when it has too many ranks for a byte. */
  readonly add: (orders: WeakOrders, group: number) => boolean;
  /** Adds what was taken to the cells: how many put row above column. */
  readonly flush: () => void;
}

/**
 * One subtraction tells for four ballots whether a stands at or below b, where the sorted counting of pairs takes an addition
 * in memory for each: measured with 100 choices and 100,000 full ballots, a quarter of the time.
 */
export const createPackedBlock = (
  width: number,
  addTo: (cell: number, ballots: number) => void,
): PackedBlock => {
  const bytes = new Uint8Array(width * slots);
  const lanes = new Int32Array(bytes.buffer);
  let taken = 0;
  let allStrict = true;

  /** How many of the ballots put b above a or beside it; empty slots are included. */
  const notAbove = (a: number, b: number): number => {
    let sums = 0;
    const [rowA, rowB] = [a * words, b * words];
    for (let i = 0; i < words; i++)
      sums = (sums + (((((lanes[rowA + i]! | 0x80808080) - lanes[rowB + i]!) | 0) >>> 7) & 0x01010101)) | 0;
    return (sums & 0xff) + ((sums >>> 8) & 0xff) + ((sums >>> 16) & 0xff) + (sums >>> 24);
  };

  const flush = (): void => {
    if (taken === 0) return;
    for (let a = 0; a < width; a++) {
      for (let b = a + 1; b < width; b++) {
        const above = slots - notAbove(a, b);
        addTo(a * width + b, above);
        addTo(b * width + a, allStrict ? taken - above : slots - notAbove(b, a));
      }
    }
    bytes.fill(0);
    taken = 0;
    allStrict = true;
  };

  return {
    flush,
    add({ starts, order, tiers }, group) {
      const [start, end] = [starts[group]!, starts[group + 1]!];
      if (end > start && tiers[end - 1]! >= lastTier) return false;
      for (let choice = 0; choice < width; choice++) bytes[choice * slots + taken] = lastTier;
      for (let i = start; i < end; i++) {
        bytes[order[i]! * slots + taken] = tiers[i]!;
        if (i > start && tiers[i] === tiers[i - 1]) allStrict = false;
      }
      if (end - start < width) allStrict = false;
      taken++;
      if (taken === slots) flush();
      return true;
    },
  };
};
