// From rows to facts; pure.
import type { RegisterIndex } from '../territory/index.ts';
import type { ElectionRows } from './ballot-rows.ts';
import { buildRaceFacts } from './build-race-facts.ts';
import type { ElectionFacts } from './election-facts.ts';

export const buildElectionFacts = (rows: ElectionRows, register: RegisterIndex): ElectionFacts => {
  const choicesOf = Map.groupBy(rows.choices, ({ contestId }) => contestId);
  const contestsOf = Map.groupBy(rows.contests, ({ raceId }) => raceId);
  const races = rows.races.map((race) =>
    buildRaceFacts(race, contestsOf.get(race.id) ?? [], { choicesOf, parties: rows.parties, register }),
  );
  const raceBy = byReference(races);
  const contestBy = byReference(races.flatMap(({ contests }) => contests));
  return {
    ...rows.election,
    register,
    parties: rows.parties,
    races,
    race: (reference) => (reference === undefined ? races[0] : raceBy.get(reference)),
    contest: (reference) => contestBy.get(reference),
  };
};

const byReference = <T extends { readonly id: string; readonly code: string }>(
  items: readonly T[],
): ReadonlyMap<string, T> => {
  const found = new Map(items.map((item) => [item.code, item]));
  for (const item of items) found.set(item.id, item);
  return found;
};
