export type { BallotRefusal, BallotRefusalCode } from './ballot-refusal.ts';
export {
  type BallotForm,
  type Ballots,
  type BallotTraits,
  beside,
  type Choice,
  choiceOf,
  mostChoices,
  overvotedRank,
  type ScoreScale,
  skippedRank,
  totalWeight,
} from './ballots.ts';
export {
  type BallotsBuilder,
  type BallotsPlan,
  createBallotsBuilder,
  type NewBallot,
  type NewChoice,
} from './build-ballots.ts';
export { inCanonicalOrder } from './canonical-order.ts';
export { type Ending, endings, type MarkingRules, type Preferences, readPreferences } from './preferences.ts';
export { marksOf, type Rank, ranksOf } from './ranks.ts';
export { oneVote, type Weight } from './weight-column.ts';
