import { ok, type Result } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import type { ElectionChange } from './change-election.ts';
import { changeRaceBallots } from './change-race-ballots.ts';
import { deleteContestRow } from './contest-store.ts';
import { type ElectionsTools, requireContest } from './elections-tools.ts';

/** With its choices. */
export const deleteContest = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly contest: string },
): Promise<Result<void, Problem>> =>
  changeRaceBallots(tools, change, {
    findRace: (facts) => {
      const contest = requireContest(facts, change.contest);
      return contest.ok ? ok(contest.value.race) : contest;
    },
    decide: async (tx, facts) => {
      const contest = requireContest(facts, change.contest);
      if (!contest.ok) return contest;
      await deleteContestRow(tx, contest.value.id);
      return ok({ type: 'contest.deleted', payload: { code: contest.value.code }, answer: undefined });
    },
  });
