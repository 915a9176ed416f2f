// Zavist and Tideman 1989: victories in order of strength, those of equal strength in the order of a ranking drawn by lot.
import { ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import { createLockedOrder, type LockedOrder } from './locked-order.ts';
import type { Victory } from './victories.ts';

/** Gives the ranking by lot, best first, when it is needed; asked at most once. */
export type AskRanking = () => Result<readonly number[], OpenTie>;

export interface Locked {
  readonly order: LockedOrder;
  /** In the order of consideration. */
  readonly victories: readonly { readonly victory: Victory; readonly locked: boolean }[];
  /** The ranking by lot, if it was needed. */
  readonly ranking: readonly number[] | null;
}

/**
 * Locks each victory in unless it would close a cycle with those locked before. Equally strong victories that close no cycle
 * together are locked in any order with the same result: the lot is only asked for where the order matters.
 */
export const lockVictories = (
  classes: readonly (readonly Victory[])[],
  width: number,
  ask: AskRanking,
): Result<Locked, OpenTie> => {
  let order = createLockedOrder(width);
  let ranking: readonly number[] | null = null;
  const victories: { victory: Victory; locked: boolean }[] = [];
  for (const equal of classes) {
    const considered = equal.map((victory) => ({ victory, locked: !contradicts(order, victory) }));
    const together = lockTogether(order, equal);
    if (together !== null) {
      victories.push(...considered);
      order = together;
      continue;
    }
    const asked: Result<readonly number[], OpenTie> = ranking === null ? ask() : ok(ranking);
    if (!asked.ok) return asked;
    ranking = asked.value;
    for (const victory of inOrderOf(asked.value, equal)) {
      const locked = !contradicts(order, victory);
      if (locked) order.lock(victory);
      victories.push({ victory, locked });
    }
  }
  return ok({ order, victories, ranking });
};

const contradicts = (order: LockedOrder, { winner, loser }: Victory): boolean => order.reaches(loser, winner);

/** The order with all of these but those that contradict it already; null when they close a cycle among themselves. */
const lockTogether = (order: LockedOrder, equal: readonly Victory[]): LockedOrder | null => {
  const possible = equal.filter((victory) => !contradicts(order, victory));
  const trial = possible.length === 1 ? order : order.copy();
  for (const victory of possible) {
    if (contradicts(trial, victory)) return null;
    trial.lock(victory);
  }
  return trial;
};

/** By who wins, the best in the ranking first. Among victories of one choice the order changes nothing: none can close a cycle with another. */
const inOrderOf = (ranking: readonly number[], equal: readonly Victory[]): Victory[] => {
  const place = new Map(ranking.map((choice, i) => [choice, i]));
  const of = (choice: number): number => place.get(choice)!;
  return [...equal].sort((a, b) => of(a.winner) - of(b.winner) || of(a.loser) - of(b.loser));
};
