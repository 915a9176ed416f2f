import { sumVotes } from '../sheets/sheet-figures.ts';
import { share } from './share.ts';

/** The order of the choices of one contest in one place. Choices are places of the ballot. */
export interface Ranking {
  /** Sum of all votes, those of choices that cannot win included: the base of shares. */
  readonly valid: number;
  /** Choices that can win, most votes first, ballot order among equals. */
  readonly order: number[];
  /** Per choice its place, equals sharing one: 1, 2, 2, 4; null for a choice that cannot win. */
  readonly places: (number | null)[];
  /** Everybody with the most votes: empty while there are none, more than one when tied. */
  readonly leaders: number[];
  /** Everybody with the second-most votes; empty when the lead is tied, and while nobody else has a vote. */
  readonly runnersUp: number[];
  /** Several choices share the lead: then nobody has won. */
  readonly tied: boolean;
  /** Leader's votes − runner-up's votes, and that per valid vote (0 to 1). */
  readonly margin: { readonly votes: number; readonly share: number };
}

export interface RankOptions {
  /** Per choice whether it can win; "blank" and "none of the above" cannot. Default: all can. */
  readonly standing?: readonly boolean[] | undefined;
}

/** Who leads, by how much. Equal votes are said to be equal: no name or number breaks a tie. */
export const rank = (votes: readonly number[], { standing }: RankOptions = {}): Ranking => {
  const valid = sumVotes(votes);
  const order = votes.map((_, choice) => choice).filter((choice) => standing?.[choice] !== false);
  order.sort((a, b) => votes[b]! - votes[a]! || a - b);
  const most = votes[order[0] ?? -1] ?? 0;
  const leaders = most > 0 ? order.filter((choice) => votes[choice] === most) : [];
  const tied = leaders.length > 1;
  const second = votes[order[1] ?? -1] ?? 0;
  const runnersUp = tied || second === 0 ? [] : order.filter((choice) => votes[choice] === second);
  const lead = most - second;
  return {
    valid,
    order,
    places: placesOf(votes, order),
    leaders,
    runnersUp,
    tied,
    margin: { votes: lead, share: share(lead, valid) },
  };
};

const placesOf = (votes: readonly number[], order: readonly number[]): (number | null)[] => {
  const places = new Array<number | null>(votes.length).fill(null);
  let place = 0;
  for (const [i, choice] of order.entries()) {
    if (i === 0 || votes[choice] !== votes[order[i - 1]!]) place = i + 1;
    places[choice] = place;
  }
  return places;
};
