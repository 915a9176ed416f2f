import { assertNever } from '@comitium/basics';
import { over, plus, type Rational, rational, zero } from '../../exact/rational.ts';
import type { OptionsOf } from '../options.ts';
import type { bordaOptions } from './borda-options.ts';

/** Where some choices stand on a ballot: they share the places `first` to `first + size − 1`, from 0. */
export interface Shared {
  readonly first: number;
  readonly size: number;
  /** How many choices the ballot ranks. */
  readonly ranked: number;
}

/** The points of each of those who share places on a ballot with `choices` choices on it. */
export const pointsOf = (
  { points, unranked, equal }: OptionsOf<typeof bordaOptions>,
  choices: number,
  { first, size, ranked }: Shared,
): Rational => {
  const among = unranked === 'modified' ? ranked : choices;
  const at = (place: number): Rational => {
    switch (points) {
      case 'from-zero':
        return rational(among - 1 - place);
      case 'from-one':
        return rational(among - place);
      case 'dowdall':
        return rational(1, place + 1);
      default:
        return assertNever(points);
    }
  };
  if (equal === 'best' && first < ranked) return at(first);
  if (equal === 'worst' && first < ranked) return at(first + size - 1);
  let sum = zero;
  for (let place = first; place < first + size; place++) sum = plus(sum, at(place));
  return over(sum, rational(size));
};
