import { approval } from './approval/approval.ts';
import { approvalRounds } from './approval-rounds/approval-rounds.ts';
import { blockPlurality } from './block-plurality/block-plurality.ts';
import { borda } from './borda/borda.ts';
import { cambridgeStv } from './cambridge-stv/cambridge-stv.ts';
import { condorcet } from './condorcet/condorcet.ts';
import type { CountingMethod } from './counting-method.ts';
import { ers97 } from './ers97/ers97.ts';
import { irishStv } from './irish-stv/irish-stv.ts';
import { irv } from './irv/irv.ts';
import { irvBottomsUp } from './irv-bottoms-up/irv-bottoms-up.ts';
import { irvSequential } from './irv-sequential/irv-sequential.ts';
import { limitedVote } from './limited-vote/limited-vote.ts';
import { majorityJudgment } from './majority-judgment/majority-judgment.ts';
import { minimax } from './minimax/minimax.ts';
import { minneapolisStv } from './minneapolis-stv/minneapolis-stv.ts';
import { plurality } from './plurality/plurality.ts';
import { prfMeek } from './prf-meek/prf-meek.ts';
import { prfWigm } from './prf-wigm/prf-wigm.ts';
import { rankedPairs } from './ranked-pairs/ranked-pairs.ts';
import { rankedRobin } from './ranked-robin/ranked-robin.ts';
import { schulze } from './schulze/schulze.ts';
import { score } from './score/score.ts';
import { scottishStv } from './scottish-stv/scottish-stv.ts';
import { sequentialProportionalApproval } from './sequential-proportional-approval/sequential-proportional-approval.ts';
import { star } from './star/star.ts';
import { stv } from './stv/stv.ts';
import { twoRound } from './two-round/two-round.ts';
import { warren } from './warren/warren.ts';

/** Every method, for one winner first, then for several; one line each. */
export const countingMethods: readonly CountingMethod[] = [
  plurality,
  twoRound,
  approval,
  score,
  star,
  irv,
  borda,
  condorcet,
  minimax,
  rankedPairs,
  schulze,
  rankedRobin,
  majorityJudgment,
  blockPlurality,
  limitedVote,
  approvalRounds,
  irvSequential,
  irvBottomsUp,
  sequentialProportionalApproval,
  stv,
  scottishStv,
  prfWigm,
  prfMeek,
  warren,
  minneapolisStv,
  ers97,
  irishStv,
  cambridgeStv,
];

/** The method of that name, or undefined. */
export const findMethod = (name: string): CountingMethod | undefined =>
  countingMethods.find((method) => method.name === name);
