// An election as the database holds it, before it becomes facts.
import type { ElectionSettings } from '@comitium/contract';
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
