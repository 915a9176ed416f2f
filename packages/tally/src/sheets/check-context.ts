import type { Ballot } from './ballot.ts';
import type { SheetFigures } from './sheet-figures.ts';
import type { Spread } from './spread.ts';

/** What the surroundings know about a station. A part that is missing switches its rule off. */
export interface CheckContext {
  /** People on the register of this station (S10). */
  readonly registerFigure?: number | undefined;
  /** Turnout (0 to 1) of the stations under the same parent, this one left out (S14). */
  readonly siblings?: Spread | undefined;
  /** Code of another station of the contest that reported exactly these figures (S15). */
  readonly identicalTo?: string | undefined;
  /** When voting ended here, and when the form was filled in or photographed (S16, S18). */
  readonly pollsClosedAt?: Date | undefined;
  readonly capturedAt?: Date | undefined;
  /** When the sheet arrived, by the clock of whoever judges it (S18). */
  readonly receivedAt?: Date | undefined;
  /** The comparable election before (S17). */
  readonly previous?: PreviousElection | undefined;
}

export interface PreviousElection {
  /** Place in ballot order of the choice that is compared: usually the one that leads here. */
  readonly choice: number;
  /** Its share of the valid votes at this station then, 0 to 1. */
  readonly share: number;
  /** Change of its share (now − then, −1 to 1) at the stations under the same parent, this one left out. */
  readonly siblings: Spread;
}

/** What the rules from S08 on look at: figures that are known to be sound. */
export interface SheetInput {
  readonly ballot: Ballot;
  readonly figures: SheetFigures;
  readonly context: CheckContext;
}
