export { compareShare, type Fraction, hundredths } from './exact/fraction.ts';
export { addDelta, sumTallies } from './rollup/add-delta.ts';
export { type Completeness, completeness, type Reporting } from './rollup/completeness.ts';
export { type Cut, cut } from './rollup/cut.ts';
export { differingAreas } from './rollup/differing-areas.ts';
export { emptyFold, type Fold, rollUp } from './rollup/fold.ts';
export { foldSheets, type SheetColumns } from './rollup/fold-sheets.ts';
export { isMarginal } from './rollup/is-marginal.ts';
export { percent } from './rollup/percent.ts';
export { type Race, type RaceCall, raceCall } from './rollup/race-call.ts';
export { type Ranking, type RankOptions, rank } from './rollup/rank.ts';
export { share, turnout } from './rollup/share.ts';
export { type PartyRace, type Split, split } from './rollup/split.ts';
export {
  changeOfShare,
  conventionalSwing,
  type Pair,
  type TwoElections,
  twoPartySwing,
} from './rollup/swing.ts';
export { emptyTally, type Tally } from './rollup/tally.ts';
export { tallyOf } from './rollup/tally-of.ts';
export { validVotes } from './rollup/valid-votes.ts';
export type { Allocation, SeatTie } from './seats/allocation.ts';
export { countSeats, type DistrictSeats, type SeatCount } from './seats/count-seats.ts';
export { dHondt } from './seats/d-hondt.ts';
export { type PluralityDistrict, plurality } from './seats/plurality.ts';
export { sainteLague } from './seats/sainte-lague.ts';
export { seatChange } from './seats/seat-change.ts';
export type { Lot } from './seats/settle-by-lot.ts';
export type { Threshold } from './seats/threshold.ts';
export { type Ballot, type BallotChoice, choiceLabel, createBallot } from './sheets/ballot.ts';
export { type CheckDescription, severityOf } from './sheets/check.ts';
export type { CheckContext, PreviousElection, SheetInput } from './sheets/check-context.ts';
export { checkLabelled, checkNumbers } from './sheets/check-numbers.ts';
export { checkSheet } from './sheets/check-sheet.ts';
export { checks } from './sheets/checks.ts';
export { contribution, type Revision } from './sheets/contribution.ts';
export { type Delta, difference, revisionDelta } from './sheets/difference.ts';
export type { CheckCode, Finding, PlausibilityCode, Severity, StructuralCode } from './sheets/finding.ts';
export type { BrokenFigure, FindingValues } from './sheets/finding-values.ts';
export { readVotes } from './sheets/read-votes.ts';
export { largestFigure, type SheetFigures, sumVotes } from './sheets/sheet-figures.ts';
export { defaultSheetSettings, type SheetSettings } from './sheets/sheet-settings.ts';
export { type Basis, bases, countedIn, type SheetStatus } from './sheets/sheet-status.ts';
export { type Spread, spreadFromSums, spreadOf } from './sheets/spread.ts';
