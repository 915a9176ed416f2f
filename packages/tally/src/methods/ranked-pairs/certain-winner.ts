import { ok } from '@comitium/basics';
import type { PairwiseMatrix } from '../pairwise/pairwise-matrix.ts';
import { smithSets } from '../pairwise/smith-sets.ts';
import type { Strength } from '../pairwise/strength-option.ts';
import { lockVictories } from './lock-victories.ts';
import { victoryClasses } from './victories.ts';

/** Of how many choices all rankings by lot are tried: 720 of six. */
const mostTried = 6;

/**
 * Whoever is elected whatever ranking a lot draws; null when that depends on it, or when the Smith set is too large to try all.
 * The winner is of the Smith set, and victories over or among others do not change which of them it is (Tideman 1987).
 */
export const certainWinner = (
  matrix: PairwiseMatrix,
  standing: readonly number[],
  strength: Strength,
): number | null => {
  const smith = smithSets(matrix, standing)[0] ?? [];
  if (smith.length > mostTried) return null;
  // By place in the Smith set, so that the orders tried are small.
  const place = new Map(smith.map((choice, i) => [choice, i]));
  const classes = victoryClasses(matrix, smith, strength).map((equal) =>
    equal.map(({ winner, loser, ...victory }) => ({
      ...victory,
      winner: place.get(winner)!,
      loser: place.get(loser)!,
    })),
  );
  const places = [...place.values()];
  const winners = new Set(
    rankingsOf(places).map((ranking) => {
      const locked = lockVictories(classes, smith.length, () => ok(ranking));
      if (!locked.ok) throw new Error('the ranking was given');
      const { order } = locked.value;
      return ranking.find((a) => !places.some((b) => order.reaches(b, a)));
    }),
  );
  const [winner] = winners;
  return winners.size === 1 && winner !== undefined ? smith[winner]! : null;
};

const rankingsOf = (choices: readonly number[]): number[][] =>
  choices.length === 0
    ? [[]]
    : choices.flatMap((first) =>
        rankingsOf(choices.filter((choice) => choice !== first)).map((rest) => [first, ...rest]),
      );
