import { err, ok, type Result } from '@comitium/basics';
import type { CountProblem } from '../count-problem.ts';
import type { CountTask } from '../counting-method.ts';
import { comparePairs, mostCompared, type PairwiseMatrix } from './pairwise-matrix.ts';

/** The matrix of a task, or the problem that there are too many choices for one. */
export const compareStanding = ({
  ballots,
}: Pick<CountTask<unknown>, 'ballots'>): Result<PairwiseMatrix, CountProblem[]> =>
  ballots.choices.length <= mostCompared
    ? ok(comparePairs(ballots))
    : err([
        {
          code: 'ballots_unsupported',
          field: 'ballots',
          message: `At most ${mostCompared} choices can be compared in pairs; there are ${ballots.choices.length}.`,
        },
      ]);
