import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { ElectionChange } from './change-election.ts';
import { changeRaceBallots } from './change-race-ballots.ts';
import { deleteChoiceRow } from './contest-store.ts';
import { type ElectionsTools, requireContest } from './elections-tools.ts';
import { findChoice } from './find-choice.ts';

/** The lines below it move up. */
export const deleteChoice = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly contest: string; readonly choice: string },
): Promise<Result<void, Problem>> =>
  changeRaceBallots(tools, change, {
    findRace: (facts) => {
      const contest = requireContest(facts, change.contest);
      return contest.ok ? ok(contest.value.race) : contest;
    },
    decide: async (tx, facts) => {
      const contest = requireContest(facts, change.contest);
      if (!contest.ok) return contest;
      const choice = findChoice(contest.value, change.choice);
      if (!choice.ok) return choice;
      if (choice.value.blank) return err(problem('in_use', 'The race counts blank votes on every ballot.'));
      await deleteChoiceRow(tx, choice.value.id);
      const payload = { contest: contest.value.code, code: choice.value.code };
      return ok({ type: 'choice.deleted', payload, answer: undefined });
    },
  });
