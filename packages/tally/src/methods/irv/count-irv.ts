import { amount } from '../../exact/amount.ts';
import { rational } from '../../exact/rational.ts';
import type { VoteThreshold } from '../count-report.ts';
import { decideRound, type IrvTask, type RoundState } from './decide-round.ts';
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

/** Half of the votes in the count: more than it is a majority. */
const thresholdsOf = (
  { options, votes, ballots }: IrvTask,
  { continuing, units, minimumDone }: RoundState,
): VoteThreshold[] => {
  const thresholds: VoteThreshold[] = [];
  const total = continuing.reduce((sum, choice) => sum + units[choice]!, 0);
  if (options.stop === 'majority')
    thresholds.push({ kind: 'majority', votes: amount(rational(total, 2 * ballots.weightScale)) });
  if (options.minimumVotes > 0 && !minimumDone)
    thresholds.push({ kind: 'minimum', votes: votes(options.minimumVotes * ballots.weightScale) });
  return thresholds;
};
