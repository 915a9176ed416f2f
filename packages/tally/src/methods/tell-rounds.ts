import type { Amount } from '../exact/amount.ts';
import type { CountRound } from './count-report.ts';
import type { CountTask } from './counting-method.ts';
import { standingsOf } from './story.ts';

/** What a round has beyond the usual; the rest is empty. */
export interface RoundToTell extends Partial<Omit<CountRound, 'number' | 'standing' | 'votes'>> {
  readonly votes: readonly (Amount | null)[];
  /** All who are elected when the round is over. */
  readonly elected?: readonly number[];
  /** All who are out of the count by then. */
  readonly excluded?: readonly number[];
}

/** Collects the rounds of a count in order and numbers them. */
export const createRounds = ({ ballots, onRound }: Pick<CountTask<unknown>, 'ballots' | 'onRound'>) => {
  const rounds: CountRound[] = [];
  const tell = ({ elected = [], excluded = [], ...round }: RoundToTell): void => {
    rounds.push({
      number: rounds.length + 1,
      contest: 1,
      leftovers: [],
      thresholds: [],
      actions: [],
      transfers: [],
      ...round,
      standing: standingsOf(ballots.choices, { elected, excluded }),
    });
    onRound(rounds.length);
  };
  return { rounds, tell };
};
