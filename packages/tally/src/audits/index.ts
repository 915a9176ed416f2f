export {
  type AuditedContest,
  batchComparison,
  batchSampleSize,
  type DrawnBatch,
  errorBounds,
  overstatement,
} from './batch-comparison.ts';
export { bravo, bravoRoundSize, bravoSampleSize, type PairRisk, type PollingPlan } from './bravo.ts';
export { type ComparedBallot, countDiscrepancies, overstatedBy } from './discrepancies.ts';
export { drawBatches, drawSample } from './draw-sample.ts';
export { type DrawnTicket, drawTickets, shortTicket, type TicketPlan } from './draw-tickets.ts';
export type { IrvAssertion, RankedBallots } from './irv-assertions.ts';
export {
  type MinervaPlan,
  type MinervaRound,
  minerva,
  minervaContest,
  minervaRoundSize,
  type PollingRound,
} from './minerva.ts';
export { type Difficulty, type NeedsFullCount, type RaireOptions, raire } from './raire.ts';
export { type Pair, pairsOf, type ReportedContest } from './reported-contest.ts';
export { leadOn, type RankedPaper, statementDiscrepancies, statementSample } from './statement-votes.ts';
export { type PlannedStrata, stratified, stratifiedSampleSize, type TwoStrata } from './stratified.ts';
export {
  type Discrepancies,
  dilutedMargin,
  superSimple,
  superSimpleSampleSize,
  superSimpleSizeFromRates,
  usualInflation,
  usualRates,
} from './super-simple.ts';
