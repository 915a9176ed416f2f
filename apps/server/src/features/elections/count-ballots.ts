import type { BallotImportBody } from '@comitium/contract';

/** What was written, for the ledger. */
export const countBallots = ({ parties, races, contests }: BallotImportBody) => ({
  parties: parties.length,
  races: races.length,
  contests: contests.length,
  choices: contests.reduce((sum, contest) => sum + contest.choices.length, 0),
});
