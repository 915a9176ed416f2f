export type {
  AdvanceReason,
  ComparedReason,
  CountAction,
  ElectReason,
  ExcludeReason,
  StopReason,
} from './count-action.ts';
export type { CountProblem } from './count-problem.ts';
export type {
  CountOutcome,
  CountReport,
  CountRound,
  Leftover,
  LeftoverVotes,
  Measure,
  ReportTable,
  Standing,
  Transfer,
  VoteThreshold,
} from './count-report.ts';
export type { CountingMethod, CountSettings } from './counting-method.ts';
export type { OptionDescription, OptionDescriptions, OptionValue, OptionValues } from './options.ts';
export { countingMethods, findMethod } from './registry.ts';
