import type { Result } from '@comitium/basics';
import { ok } from '@comitium/basics';
import type { OpenTie, TiePurpose } from '../../ties/tie-rules.ts';
import type { CountTask } from '../counting-method.ts';
import { type CountAhead, laterRounds } from '../later-rounds.ts';
import { earlierRounds, pick } from '../pick.ts';
import { type BookAndPapers, takeParcels } from './paper-parcels.ts';

/** One choice with most or fewest votes; equality goes to the tie breaker with the earlier rounds, and those that would follow. */
export const pickOne = (
  { ties }: Pick<CountTask<unknown>, 'ties'>,
  state: BookAndPapers,
  { candidates, want, purpose }: Question,
): Result<number, OpenTie> => {
  const { book } = state;
  const picked = pick(ties, {
    candidates,
    places: 1,
    want,
    purpose,
    round: book.round(),
    compare: (a, b) => book.units[a]! - book.units[b]!,
    earlier: earlierRounds(book.history),
    laterOf: (tied) => laterRounds(tied, () => fork(state)),
  });
  return picked.ok ? ok(picked.value[0]!) : picked;
};

export interface Question {
  readonly candidates: readonly number[];
  readonly want: 'most' | 'fewest';
  readonly purpose: TiePurpose;
}

const fork = ({ book, papers }: BookAndPapers): CountAhead => {
  const ahead = { papers: papers.fork(), units: book.units.slice(), inCount: book.inCount.slice() };
  const release = (choices: readonly number[]): void => {
    for (const from of choices) {
      ahead.units[from] = 0;
      for (const { papers: held, value, weight } of takeParcels(ahead.papers, from))
        for (const bundle of ahead.papers.sort({ papers: held, value, weight }, ahead.inCount)) {
          if (typeof bundle.to !== 'number') continue;
          ahead.units[bundle.to] = ahead.units[bundle.to]! + bundle.weight * value;
          ahead.papers.held[bundle.to]!.push({ ...bundle, value });
        }
    }
  };
  return { units: ahead.units, inCount: ahead.inCount, release };
};
