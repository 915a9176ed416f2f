import { err, ok, type Result } from '@comitium/basics';
import {
  type BallotImportBody,
  type FieldError,
  type ImportReport,
  type Problem,
  problem,
} from '@comitium/contract';
import { planBallots } from './ballot-plan.ts';
import { replaceBallots } from './ballot-store.ts';
import { changeElection, type ElectionChange } from './change-election.ts';
import { checkBallots } from './check-ballots.ts';
import { countBallots } from './count-ballots.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { electionHasResults } from './usage-queries.ts';

export const refusedBallots = (errors: readonly FieldError[]): Problem => {
  const few = errors.length === 1 ? 'one error' : `${errors.length} errors`;
  return problem('import_refused', `The ballots hold ${few}; nothing was written.`, { errors });
};

/** Puts these ballots in the place of all that were there: as a whole, or not at all. */
export const importBallots = (
  tools: ElectionsTools,
  change: ElectionChange,
  body: BallotImportBody,
): Promise<Result<ImportReport, Problem>> =>
  changeElection(tools, change, async (tx, { id, register }) => {
    const errors = checkBallots(body, register);
    if (errors.length > 0) return err(refusedBallots(errors));
    if (await electionHasResults(tx, id)) {
      return err(problem('in_use', 'Result sheets depend on the ballots; they stay as they are.'));
    }
    await replaceBallots(tx, { electionId: id, register }, planBallots(body, register));
    const payload = countBallots(body);
    return ok({
      type: 'ballots.imported',
      payload,
      answer: { written: true, rows: payload.contests, errors: [] },
    });
  });
