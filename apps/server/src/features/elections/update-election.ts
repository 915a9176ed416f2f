import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type UpdateElectionBody } from '@comitium/contract';
import { changeElection, type ElectionChange } from './change-election.ts';
import { checkSettings } from './check-settings.ts';
import { checkText } from './check-text.ts';
import { findEarlier } from './create-election.ts';
import type { ElectionFacts } from './election-facts.ts';
import { type ElectionEdit, updateElectionRow } from './election-store.ts';
import { type ElectionsTools, invalidField } from './elections-tools.ts';

/** Changes what the body names; the register and the code stay for good. */
export const updateElection = async (
  tools: ElectionsTools,
  change: ElectionChange,
  body: UpdateElectionBody,
): Promise<Result<void, Problem>> => {
  // Before the election is locked: who waits for a second connection while he holds one can wait for himself.
  const previous = await findEarlier(tools.book, 'previous', body.previous);
  return changeElection(tools, change, async (tx, facts) => {
    const errors = [...checkText('/name', body.name), ...checkSettings(body.settings ?? {})];
    if (errors.length > 0) return err(problem('validation_failed', 'The election breaks rules.', { errors }));
    if (!previous.ok) return previous;
    if (previous.value === facts.id) {
      return err(invalidField('/previous', 'same_election', 'An election is not its own previous one.'));
    }
    const previousId = body.previous === undefined ? facts.previousId : previous.value;
    await updateElectionRow(tx, facts.id, { ...presentValues(facts), ...asEdit(body), previousId });
    return ok({ type: 'election.updated', payload: { ...body }, answer: undefined });
  });
};

const presentValues = (facts: ElectionFacts): ElectionEdit => ({
  name: facts.name,
  pollingDate: facts.pollingDate,
  pollsCloseAt: facts.pollsCloseAt?.toISOString() ?? null,
  previousId: facts.previousId,
  basis: facts.basis,
  settings: facts.settings,
});

const asEdit = ({ previous: _, ...edit }: UpdateElectionBody): Partial<ElectionEdit> => edit;
