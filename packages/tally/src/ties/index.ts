export { createTieBreaker, type TieBreaker, type TieBreaking } from './tie-breaker.ts';
export type {
  DrawnChoice,
  OpenTie,
  RoundsToCompare,
  TieDecision,
  TieEvidence,
  TiePurpose,
  TieQuestion,
  TieRule,
  TieRules,
  TieStep,
} from './tie-rules.ts';
