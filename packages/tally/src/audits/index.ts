export {
  type AuditedContest,
  batchComparison,
  errorBounds,
  overstatement,
} from './batch-comparison.ts';
export { bravo, bravoSampleSize, type PairRisk } from './bravo.ts';
export { drawBatches, drawSample } from './draw-sample.ts';
export type { IrvAssertion, RankedBallots } from './irv-assertions.ts';
export { type MinervaRound, minerva, type PollingRound } from './minerva.ts';
export { type NeedsFullCount, raire } from './raire.ts';
export type { Pair, ReportedContest } from './reported-contest.ts';
export { stratified, type TwoStrata } from './stratified.ts';
export {
  type Discrepancies,
  dilutedMargin,
  superSimple,
  superSimpleSampleSize,
  usualInflation,
} from './super-simple.ts';
