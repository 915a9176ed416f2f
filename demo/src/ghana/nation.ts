/** The shapes in which a demonstration nation hands itself over; a program that seeds a server needs nothing else. */

export type DemoRace = 'presidential' | 'parliamentary';

export interface DemoArea {
  code: string;
  name: string;
  /** 0 country, 1 region, 2 constituency, 3 electoral area, 4 polling station. */
  level: number;
  parent: string | null;
  /** Registered voters; every parent is the sum of its children. */
  registered: number;
  /** Centre as [longitude, latitude]; regions only. */
  point?: [number, number];
  capital?: string;
  /** The area itself (name, code, size) is made up, not taken from a source. */
  simulated?: true;
  /** The area exists, but the figure in `registered` is estimated or adjusted. */
  registeredEstimated?: true;
}

export interface DemoParty {
  code: string;
  name: string;
  /** #rrggbb */
  color: string;
}

export interface DemoChoice {
  /** Unique inside its contest. */
  code: string;
  name: string;
  /** A party's code; null for an independent. */
  party: string | null;
  /** From 1. */
  ballotOrder: number;
  color: string;
}

export interface DemoContest {
  race: DemoRace;
  /** Code of the district: 'GH' or a constituency. */
  area: string;
  choices: DemoChoice[];
  /** Party that won the contest last time ('IND' for an independent); absent where nobody did. */
  heldBy?: string;
  /** Which choices besides the winner stand here, or who won, is an assumption: see `notes`. */
  simulated?: true;
  notes?: string;
}

export interface DemoSheet {
  /** Code of the reporting area: a polling station, in 2020 a region. */
  station: string;
  race: DemoRace;
  /** Every choice of the contest, zeros included. */
  votes: Record<string, number>;
  rejected: number;
  cast: number;
  registered: number;
}
