import { err, ok, type Result } from '@comitium/basics';
import { type ElectionTransition, type Problem, problem } from '@comitium/contract';
import { changeElection, type ElectionChange } from './change-election.ts';
import { electionArrows, nextState } from './election.ts';
import type { ElectionFacts } from './election-facts.ts';
import { updateElectionState } from './election-store.ts';
import { type ElectionsTools, invalidField } from './elections-tools.ts';

export interface ElectionMove extends ElectionChange {
  readonly transition: ElectionTransition;
}

/** Takes the election to its next state, if there is an arrow and its guard lets through. */
export const moveElection = (tools: ElectionsTools, move: ElectionMove): Promise<Result<void, Problem>> =>
  changeElection(tools, { ...move, inAnyState: true }, async (tx, facts) => {
    const { transition, reason } = move;
    const to = nextState(facts.state, transition);
    if (to === null) {
      const detail = `An election that is ${facts.state} cannot ${transition}.`;
      return err(problem('wrong_state', detail, { extra: { state: facts.state } }));
    }
    const stopped = await findGuard(tools, facts, move);
    if (stopped !== null) return err(stopped);
    await updateElectionState(tx, facts.id, to);
    const payload = { from: facts.state, to, reason: reason ?? null };
    return ok({ type: electionArrows[transition].event, payload, answer: undefined });
  });

const findGuard = async (
  { ports }: ElectionsTools,
  facts: ElectionFacts,
  { transition, reason = '' }: ElectionMove,
): Promise<Problem | null> => {
  if (transition === 'open') return findGap(facts);
  if (transition === 'reopen' && reason.trim().length < 3) {
    return invalidField('/reason', 'reason_missing', 'Say why the certified election is opened again.');
  }
  if (transition === 'certify' && !(await ports.canCertify(facts.id))) {
    return problem('not_complete', 'Not every polling station is certified yet.');
  }
  return null;
};

/** What is missing on the ballots. */
const findGap = ({ races }: ElectionFacts): Problem | null => {
  if (races.length === 0) return problem('not_complete', 'The election has no race yet.');
  for (const race of races) {
    if (race.contests.length === 0) return problem('not_complete', `${race.name} has no contest yet.`);
    const empty = race.contests.find(({ choices }) => choices.every(({ blank }) => blank));
    if (empty !== undefined) return problem('not_complete', `Nobody stands in ${empty.name} yet.`);
  }
  return null;
};
