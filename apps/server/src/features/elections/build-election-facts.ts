// From rows to facts; pure.
import type { ElectionSettings } from '@comitium/contract';
import type { RegisterIndex } from '../territory/index.ts';
import { buildRaceFacts } from './build-race-facts.ts';
import type { ContestFacts, ElectionFacts, PartyFacts, RaceFacts } from './election-facts.ts';

export type ElectionRow = Pick<
  ElectionFacts,
  | 'id'
  | 'code'
  | 'name'
  | 'kind'
  | 'state'
  | 'basis'
  | 'pollingDate'
  | 'pollsCloseAt'
  | 'registerId'
  | 'previousId'
  | 'followsId'
  | 'simulated'
  | 'version'
> & { readonly settings: ElectionSettings };

export type RaceRow = Pick<
  RaceFacts,
  'id' | 'code' | 'name' | 'position' | 'seatMethod' | 'threshold' | 'blankVotes'
>;

export type ContestRow = Pick<ContestFacts, 'id' | 'code' | 'name' | 'seats' | 'heldBy'> & {
  readonly raceId: RaceFacts['id'];
  readonly areaId: string;
};

export interface ChoiceRow {
  readonly contestId: ContestFacts['id'];
  readonly id: ContestFacts['choices'][number]['id'];
  readonly code: string;
  readonly name: string;
  readonly party: string | null;
  readonly color: string;
}

/** Each list in its order of position; choices in ballot order. */
export interface ElectionRows {
  readonly election: ElectionRow;
  readonly parties: readonly PartyFacts[];
  readonly races: readonly RaceRow[];
  readonly contests: readonly ContestRow[];
  readonly choices: readonly ChoiceRow[];
}

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
