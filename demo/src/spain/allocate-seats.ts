import type { BallotImportBody } from '@comitium/contract';
import { countSeats, dHondt, hundredths } from '@comitium/tally';
import { blankChoice, congressThreshold } from './build-ballots.ts';
import type { ProvinceTotals } from './sum-by-province.ts';

/** Seats of the Congress by party code, most first. Throws where votes leave a seat undecided: no province of these data does. */
export const allocateSeats = (ballots: BallotImportBody, totals: ProvinceTotals): Map<string, number> => {
  const districts = ballots.contests.map(({ area, seats, choices }) => {
    const votes = totals.get(area) ?? new Map<string, number>();
    const lists = choices.filter(({ code }) => code !== blankChoice);
    const allocation = dHondt({
      votes: lists.map(({ code }) => votes.get(code) ?? 0),
      seats: seats ?? 1,
      threshold: hundredths(100 * congressThreshold),
      thresholdBase: [...votes.values()].reduce((a, b) => a + b, 0),
      moreVotesFirst: true,
    });
    if (allocation.tie !== null) throw new Error(`${area} has a tie`);
    return { allocation, parties: lists.map(({ party }) => party ?? null), final: true };
  });
  return new Map(
    Array.from(countSeats(districts), ([party, { won }]) => [party ?? 'independent', won] as const).sort(
      ([a, x], [b, y]) => y - x || (a < b ? -1 : 1),
    ),
  );
};
