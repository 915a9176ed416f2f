/** A contest as it was reported: votes per choice, and how many of them win. */
export interface ReportedContest {
  readonly votes: readonly number[];
  /** Default 1. */
  readonly winners?: number | undefined;
}

export interface Pair {
  readonly winner: number;
  readonly loser: number;
}

/** Every reported winner against every reported loser. Throws RangeError where a tie leaves open who has won, or nobody loses. */
export const pairsOf = ({ votes, winners = 1 }: ReportedContest): Pair[] => {
  for (const count of votes)
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no count of votes`);
  const order = votes.map((_, choice) => choice).sort((a, b) => votes[b]! - votes[a]! || a - b);
  const [last, first] = [order[winners - 1], order[winners]];
  if (!Number.isSafeInteger(winners) || winners < 1 || last === undefined || first === undefined)
    throw new RangeError(`${winners} winners of ${votes.length} choices leave nothing to audit`);
  if (votes[last] === votes[first]) throw new RangeError('the reported votes are tied at the last place');
  const won = order.slice(0, winners);
  const lost = order.slice(winners);
  return won.flatMap((winner) => lost.map((loser) => ({ winner, loser })));
};

/** Throws RangeError unless 0 < limit < 1. */
export const checkRiskLimit = (limit: number): void => {
  if (!(limit > 0 && limit < 1)) throw new RangeError(`a risk limit of ${limit}`);
};

/** Throws RangeError unless 0 < chance < 1. */
export const checkChance = (chance: number): void => {
  if (!(chance > 0 && chance < 1)) throw new RangeError(`a chance of ${chance}`);
};
