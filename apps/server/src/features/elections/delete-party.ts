import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { changeElection, type ElectionChange } from './change-election.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { findParty } from './find-party.ts';
import { deletePartyRow } from './party-store.ts';
import { partyIsUsed } from './usage-queries.ts';

/** Only a party for which nobody stands and which holds no seat. */
export const deleteParty = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly party: string },
): Promise<Result<void, Problem>> =>
  changeElection(tools, change, async (tx, facts) => {
    const party = findParty(facts, change.party);
    if (!party.ok) return party;
    const { id, code } = party.value;
    if (await partyIsUsed(tx, id)) {
      return err(problem('in_use', `Somebody stands for ${code}, or it holds a seat.`));
    }
    await deletePartyRow(tx, id);
    return ok({ type: 'party.deleted', payload: { code }, answer: undefined });
  });
