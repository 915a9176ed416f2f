import type { AreaId, ChoiceId, ContestId, ElectionId, PartyId, RaceId, RegisterId } from '@comitium/basics';
import type { Basis, ElectionSettings, ElectionState, SeatMethod } from '@comitium/contract';
import type { ColumnType, Generated } from 'kysely';

interface ElectionTable {
  id: ElectionId;
  code: string;
  name: string;
  kind: string;
  /** Written as text; read it with `to_char`, because a date has no time zone. */
  polling_date: ColumnType<Date, string, string>;
  polls_close_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  register_id: RegisterId;
  previous_id: ElectionId | null;
  follows_id: ElectionId | null;
  state: ElectionState;
  basis: Basis;
  settings: ColumnType<ElectionSettings, string, string>;
  simulated: boolean;
  version: Generated<number>;
  created_at: Generated<Date>;
}

interface PartyTable {
  id: PartyId;
  election_id: ElectionId;
  code: string;
  name: string;
  short_name: string;
  color: string;
  position: number;
}

interface RaceTable {
  id: RaceId;
  election_id: ElectionId;
  code: string;
  name: string;
  seat_method: SeatMethod;
  threshold: number;
  blank_votes: boolean;
  position: number;
}

interface ContestTable {
  id: ContestId;
  election_id: ElectionId;
  race_id: RaceId;
  area_id: AreaId;
  code: string;
  name: string;
  seats: number;
  held_by_id: PartyId | null;
  position: number;
}

interface ChoiceTable {
  id: ChoiceId;
  contest_id: ContestId;
  code: string;
  name: string;
  party_id: PartyId | null;
  color: string;
  ballot_order: number;
}

declare module '../../platform/database/schema.ts' {
  interface DatabaseSchema {
    election: ElectionTable;
    party: PartyTable;
    race: RaceTable;
    contest: ContestTable;
    choice: ChoiceTable;
  }
}
