import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { changeElection, type ElectionChange } from './change-election.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { findRace } from './find-race.ts';
import { deleteRaceRow } from './race-store.ts';
import { raceHasResults } from './usage-queries.ts';

/** With its contests, while no sheet depends on them. */
export const deleteRace = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly race: string },
): Promise<Result<void, Problem>> =>
  changeElection(tools, change, async (tx, facts) => {
    const race = findRace(facts, change.race);
    if (!race.ok) return race;
    const { id, code } = race.value;
    if (await raceHasResults(tx, facts.id, id)) {
      return err(problem('in_use', `Result sheets depend on the race ${code}.`));
    }
    await deleteRaceRow(tx, id);
    return ok({ type: 'race.deleted', payload: { code }, answer: undefined });
  });
