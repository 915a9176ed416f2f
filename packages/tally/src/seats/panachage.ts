// Bundesgesetz über die politischen Rechte (Switzerland, SR 161.1), art. 36 to 43.
import { cut } from '../rollup/cut.ts';
import type { Allocation } from './allocation.ts';
import type { SeatDistrict } from './seat-district.ts';
import { type Lot, settleByLot } from './settle-by-lot.ts';

/** One list of a district where voters may strike, repeat and mix candidates. */
export interface OpenList {
  /** Per candidate the votes with which he is named, on whatever list. */
  readonly candidates: readonly number[];
  /** Lines left empty on this list's papers: they count for the list and for nobody on it. */
  readonly additional: number;
  /** The order in which candidates were drawn, should personal votes be equal. */
  readonly lot?: Lot | undefined;
}

export interface OpenListResult {
  /** Candidates' votes and additional votes. */
  readonly votes: number;
  readonly seats: number;
  /** Elected candidates, most personal votes first. */
  readonly elected: number[];
  /** Candidates with equal votes for the list's last seats, where no lot names them all. */
  readonly tie: { readonly candidates: number[]; readonly seatsAtStake: number } | null;
  /** The others, in the order in which they would follow: most votes first; equal votes in order of the list. */
  readonly next: number[];
}

export interface PanachageResult extends Allocation {
  readonly lists: OpenListResult[];
}

/**
 * List votes are the sum of what its candidates got and its empty lines; seats by `apportion`, in Switzerland
 * Hagenbach-Bischoff; within a list to the candidates with most personal votes. A list cannot have more seats than candidates.
 */
export const panachage = (
  apportion: (district: SeatDistrict) => Allocation,
  lists: readonly OpenList[],
  district: Omit<SeatDistrict, 'votes' | 'atMost'>,
): PanachageResult => {
  const votes = lists.map(({ candidates, additional }) =>
    candidates.reduce((sum, count) => sum + count, additional),
  );
  const atMost = lists.map(({ candidates }) => candidates.length);
  const allocation = apportion({ ...district, votes, atMost });
  return {
    ...allocation,
    lists: lists.map((list, at) => electFromList(list, { votes: votes[at]!, seats: allocation.seats[at]! })),
  };
};

/** Who of a list has its seats. */
export const electFromList = (
  { candidates, lot }: OpenList,
  { votes, seats }: Pick<OpenListResult, 'votes' | 'seats'>,
): OpenListResult => {
  const everybody = candidates.map((_, candidate) => candidate);
  const { through, tie: equal } = cut(candidates, everybody, seats);
  const atStake = equal && { choices: equal.choices, seatsAtStake: equal.places };
  const drawn = atStake === null ? [] : settleByLot(atStake, lot);
  const elected = [...through, ...(drawn ?? [])];
  const open = drawn === null && atStake !== null ? atStake : null;
  const waiting = everybody.filter((one) => !elected.includes(one) && open?.choices.includes(one) !== true);
  const next = waiting.sort((a, b) => candidates[b]! - candidates[a]! || a - b);
  const tie = open && { candidates: open.choices, seatsAtStake: open.seatsAtStake };
  return { votes, seats, elected, tie, next };
};
