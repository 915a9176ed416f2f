// The obvious way to fill seats one by one from approvals, for tests: in 60ths of a vote, ties in the order of the ballot.
import type { LooseBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { choicesOf } from './slow-pairs.ts';

/** Every choice that a ballot ranks is approved; `worth(k)` of a ballot that elected k must be a whole number of 60ths. */
export const slowInTurn = (
  loose: LooseBallots,
  seats: number,
  worth: (elected: number) => number,
): number[] => {
  const elected: number[] = [];
  while (elected.length < seats) {
    const figures = choicesOf(loose).map((choice) => {
      if (elected.includes(choice)) return 0;
      const weighed = loose.ballots.map(({ ranks, weight }) => {
        const approved = ranks.flat();
        if (!approved.includes(choice)) return 0;
        return Math.round(60 * worth(elected.filter((one) => approved.includes(one)).length)) * weight;
      });
      return weighed.reduce((sum, one) => sum + one, 0);
    });
    const best = Math.max(...figures);
    if (best === 0) break;
    elected.push(figures.indexOf(best));
  }
  return elected;
};
