import { amount } from '../../exact/amount.ts';
import { rational } from '../../exact/rational.ts';
import type { VoteThreshold } from '../count-report.ts';
import { decideRound, type IrvTask, neededToWin, type RoundState } from './decide-round.ts';
import { type Contest, type Played, playRounds } from './play-rounds.ts';

/** One count for one seat, of which there may be several in a row. */
export const countIrv = (task: IrvTask, contest?: Contest): Played =>
  playRounds(
    task,
    {
      marking: task.options,
      decide: (state) => decideRound(task, state),
      thresholds: (state) => thresholdsOf(task, state),
    },
    contest,
  );

/** Half of the votes in the count, or of those of its first round: more than it is a majority. */
const thresholdsOf = (task: IrvTask, state: RoundState): VoteThreshold[] => {
  const { options, votes, ballots } = task;
  const thresholds: VoteThreshold[] = [];
  if (options.stop === 'majority') {
    const half = rational(neededToWin(task, state), 2 * ballots.weightScale);
    thresholds.push({ kind: 'majority', votes: amount(half) });
  }
  if (options.minimumVotes > 0 && !state.minimumDone)
    thresholds.push({ kind: 'minimum', votes: votes(options.minimumVotes * ballots.weightScale) });
  return thresholds;
};
