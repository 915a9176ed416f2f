import { err, ok, type Result } from '@comitium/basics';
import { type Contest, type Problem, problem } from '@comitium/contract';
import { changeElection, type ElectionChange } from './change-election.ts';
import { checkText } from './check-text.ts';
import { updateContestRow } from './contest-store.ts';
import { describeContest } from './describe-election.ts';
import { type ElectionsTools, requireContest } from './elections-tools.ts';
import { findParty } from './find-party.ts';

export interface ContestEdit {
  readonly name?: string;
  readonly seats?: number;
  readonly heldBy?: string | null;
}

/** Name, seats and who holds them now: nothing stored depends on these, seats are computed when they are read. */
export const updateContest = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly contest: string },
  edit: ContestEdit,
): Promise<Result<Contest, Problem>> =>
  changeElection(tools, change, async (tx, facts) => {
    const contest = requireContest(facts, change.contest);
    if (!contest.ok) return contest;
    const errors = checkText('/name', edit.name);
    if (errors.length > 0) return err(problem('validation_failed', 'The contest breaks rules.', { errors }));
    const described = describeContest(facts, contest.value);
    const heldBy = edit.heldBy === undefined ? described.heldBy : edit.heldBy;
    const party = heldBy === null ? null : findParty(facts, heldBy);
    if (party !== null && !party.ok) return party;
    const edited = {
      ...described,
      name: edit.name ?? described.name,
      seats: edit.seats ?? described.seats,
      heldBy,
    };
    const heldById = party === null ? null : party.value.id;
    await updateContestRow(tx, contest.value.id, { name: edited.name, seats: edited.seats, heldById });
    return ok({ type: 'contest.updated', payload: { code: contest.value.code, ...edit }, answer: edited });
  });
