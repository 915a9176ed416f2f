import { provinceCode } from './area-codes.ts';
import { blankChoice } from './build-ballots.ts';
import type { SpainParty } from './list-parties.ts';
import type { SpainStations } from './read-stations.ts';
import type { SpainVotes } from './read-votes.ts';

/** Area code of a province → choice → votes, blank ones among them. */
export type ProvinceTotals = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const sumByProvince = (
  stations: SpainStations,
  votes: SpainVotes,
  partyOf: ReadonlyMap<string, SpainParty>,
): ProvinceTotals => {
  const sums = new Map<string, { lists: Float64Array; blank: number }>();
  for (const [province, lists] of votes.standing)
    sums.set(province, { lists: new Float64Array(lists.length), blank: 0 });
  for (const [station, id] of stations.ids.entries()) {
    const sum = sums.get(id.slice(3, 5))!;
    for (const [list, count] of votes.of(station).entries()) sum.lists[list]! += count;
    sum.blank += stations.blank[station]!;
  }
  return new Map(
    Array.from(sums, ([province, { lists, blank }]) => {
      const choices = votes.standing.get(province)!.map((id) => partyOf.get(id)!.code);
      const totals = new Map(choices.map((code, list) => [code, lists[list]!]));
      return [provinceCode(province), totals.set(blankChoice, blank)];
    }),
  );
};
