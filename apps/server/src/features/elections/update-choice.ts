import { err, ok, type Result } from '@comitium/basics';
import { type Choice, type Problem, problem } from '@comitium/contract';
import { changeElection, type ElectionChange } from './change-election.ts';
import { checkText } from './check-text.ts';
import { updateChoiceRow } from './contest-store.ts';
import type { ElectionFacts } from './election-facts.ts';
import { type ElectionsTools, requireContest } from './elections-tools.ts';
import { findChoice } from './find-choice.ts';
import { findParty } from './find-party.ts';
import { raceHasResults } from './usage-queries.ts';

export interface ChoiceEdit {
  readonly name?: string;
  readonly color?: string;
  readonly party?: string | null;
}

/** Name and colour at any time; the party only while no sheet depends on it. */
export const updateChoice = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly contest: string; readonly choice: string },
  edit: ChoiceEdit,
): Promise<Result<Choice, Problem>> =>
  changeElection(tools, change, async (tx, facts) => {
    const contest = requireContest(facts, change.contest);
    if (!contest.ok) return contest;
    const choice = findChoice(contest.value, change.choice);
    if (!choice.ok) return choice;
    const errors = checkText('/name', edit.name);
    if (errors.length > 0) return err(problem('validation_failed', 'The choice breaks rules.', { errors }));
    const { id, code, index, party: formerParty } = choice.value;
    const party = edit.party === undefined ? formerParty : edit.party;
    const partyId = findPartyId(facts, party);
    if (!partyId.ok) return partyId;
    if (party !== formerParty && (await raceHasResults(tx, facts.id, contest.value.race.id))) {
      return err(problem('in_use', 'Result sheets depend on the party of this choice.'));
    }
    const { name, color } = { ...choice.value, ...edit };
    await updateChoiceRow(tx, id, { name, color, partyId: partyId.value });
    const payload = { contest: contest.value.code, code, ...edit };
    return ok({
      type: 'choice.updated',
      payload,
      answer: { id, code, name, party, color, ballotOrder: index },
    });
  });

const findPartyId = (facts: ElectionFacts, reference: string | null) => {
  if (reference === null) return ok(null);
  const party = findParty(facts, reference);
  return party.ok ? ok(party.value.id) : party;
};
