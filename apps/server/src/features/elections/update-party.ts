import { err, ok, type Result } from '@comitium/basics';
import { type Party, type Problem, problem } from '@comitium/contract';
import { changeElection, type ElectionChange } from './change-election.ts';
import { checkParty } from './check-ballots.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { describeParty, findParty } from './find-party.ts';
import { updatePartyRow } from './party-store.ts';

export interface PartyEdit {
  readonly name?: string;
  readonly shortName?: string;
  readonly color?: string;
}

/** Names and colour; choices that wear the party's colour change with it. The code stays. */
export const updateParty = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly party: string },
  edit: PartyEdit,
): Promise<Result<Party, Problem>> =>
  changeElection(tools, change, async (tx, facts) => {
    const found = findParty(facts, change.party);
    if (!found.ok) return found;
    const errors = checkParty('', { ...edit, code: found.value.code });
    if (errors.length > 0) return err(problem('validation_failed', 'The party breaks rules.', { errors }));
    const party = { ...found.value, ...edit };
    await updatePartyRow(tx, party, found.value.color);
    const payload = { code: party.code, ...edit };
    return ok({ type: 'party.updated', payload, answer: describeParty(party) });
  });
