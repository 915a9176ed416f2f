// What is known of an election apart from its results. Facts never change: a change makes new ones.
import type { ChoiceId, ContestId, ElectionId, PartyId, RaceId, RegisterId } from '@comitium/basics';
import type { Basis, ElectionSettings, ElectionState, SeatMethod } from '@comitium/contract';
import type { RegisterIndex } from '../territory/index.ts';

export interface PartyFacts {
  readonly id: PartyId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly color: string;
  readonly position: number;
}

export interface ChoiceFacts {
  readonly id: ChoiceId;
  readonly code: string;
  readonly name: string;
  /** The party's code, null for an independent. */
  readonly party: string | null;
  readonly color: string;
  /** Place on the ballot, from 0. */
  readonly index: number;
  /** The line that counts blank ballots: code `blank` in a race with blank votes. */
  readonly blank: boolean;
}

export interface ContestFacts {
  readonly id: ContestId;
  readonly code: string;
  readonly name: string;
  readonly race: RaceFacts;
  /** The district in the election's register. */
  readonly areaIndex: number;
  readonly seats: number;
  /** Code of the party that holds the seat now. */
  readonly heldBy: string | null;
  readonly choices: readonly ChoiceFacts[];
  /** Choice id or code → place on the ballot. */
  readonly ballot: ReadonlyMap<string, number>;
  /** Place on the ballot → place among the race's columns. */
  readonly columnOf: Int32Array;
}

/** One figure of a race above its districts, where the ballots of several contests are added up. */
export interface Column {
  readonly code: string;
  readonly name: string;
  readonly party: string | null;
  readonly color: string;
}

export interface RaceFacts {
  readonly id: RaceId;
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly seatMethod: SeatMethod;
  readonly threshold: number;
  readonly blankVotes: boolean;
  /** In the order of their districts in the import. */
  readonly contests: readonly ContestFacts[];
  readonly seats: number;
  /** 0 where the race has no contest yet. */
  readonly districtLevel: number;
  readonly columns: readonly Column[];
  /** The contest whose district holds this area. */
  contestAt(areaIndex: number): ContestFacts | undefined;
  /** The contests whose districts lie at or below the area; within a district, its one contest. */
  contestsBelow(areaIndex: number): readonly ContestFacts[];
}

export interface ElectionFacts {
  readonly id: ElectionId;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly state: ElectionState;
  readonly basis: Basis;
  readonly settings: ElectionSettings;
  /** YYYY-MM-DD. */
  readonly pollingDate: string;
  readonly pollsCloseAt: Date | null;
  readonly registerId: RegisterId;
  readonly register: RegisterIndex;
  readonly previousId: ElectionId | null;
  readonly followsId: ElectionId | null;
  readonly simulated: boolean;
  readonly version: number;
  readonly parties: readonly PartyFacts[];
  readonly races: readonly RaceFacts[];
  /** By id or code; the first race where none is asked for. */
  race(reference: string | undefined): RaceFacts | undefined;
  /** By id or code. */
  contest(reference: string): ContestFacts | undefined;
}
