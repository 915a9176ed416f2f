import type { AreaRow, BallotImportBody, BatchLine, CreateElectionBody, SheetBody } from '@comitium/contract';
import type { NightEventKind } from '../ghana/index.ts';
import type { Topology } from '../spain/index.ts';

/** A demonstration nation in the shapes the server's API takes, so that one loader seeds any of them. */
export interface Nation {
  readonly code: string;
  readonly name: string;
  /** Registers that the elections stand on. */
  readonly registers: readonly NationRegister[];
  /** The election that the demonstration shows. */
  readonly election: NationElection;
  /** Elections before it, the oldest first: load them before `election`, whose body names the last one. */
  readonly previous: readonly NationElection[];
  readonly boundaries: readonly NationBoundaries[];
  /** Districts that have a correspondent in the night, who sends for every station below. */
  readonly correspondents: readonly NationDistrict[];
  /** Sentences that a page showing this nation must be able to show. */
  readonly notes: readonly string[];
  /** What arrives in the night, in order of time; its end is exactly `election.sheets()`. The same for the same seed. */
  night(options: NationNightOptions): Iterable<NationEvent>;
}

/** The body of the register's import. */
export interface NationRegister {
  readonly code: string;
  readonly name: string;
  /** Level 0 is always called `national`; the last one is the polling station. */
  readonly levels: readonly string[];
  /** Some areas or figures are made up. */
  readonly simulated: boolean;
  /** Parents before children. */
  readonly areas: readonly AreaRow[];
}

export interface NationElection {
  readonly body: CreateElectionBody;
  readonly ballots: BallotImportBody;
  readonly sheetCount: number;
  /** All final sheets, made one at a time; `contest` is the race's code. */
  sheets(): Iterable<BatchLine>;
}

export interface NationBoundaries {
  /** Code of the register. */
  readonly register: string;
  readonly level: string;
  /** The property of the shapes that holds the area's code: the `key` of the upload. */
  readonly key: 'code';
  readonly topology: Topology;
  /** Who made the shapes, as their licence wants it said. */
  readonly attribution: string;
  readonly areasWithoutShape: readonly string[];
  readonly shapesWithoutArea: readonly string[];
}

export interface NationDistrict {
  readonly area: string;
  readonly name: string;
}

export interface NationNightOptions {
  /** Length of the whole night in minutes of `atMs`. */
  readonly minutes: number;
  readonly seed?: number | undefined;
}

export interface NationEvent {
  /** Whole milliseconds after the polls closed. */
  readonly atMs: number;
  readonly kind: NightEventKind;
  /** Idempotency key of the request. */
  readonly key: string;
  /** District whose correspondent sends it; corrections are made at the desk. */
  readonly district: string;
  readonly sheet: SheetBody;
  /** Why the first sheet was wrong; corrections only. */
  readonly reason?: string;
}
