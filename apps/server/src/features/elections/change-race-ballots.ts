// The frame of every command that changes who stands where in one race: its sheets depend on all of its ballots,
// because above the districts they are added up by column.
import { err, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { type Changed, changeElection, type Decide, type ElectionChange } from './change-election.ts';
import type { ElectionFacts, RaceFacts } from './election-facts.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { raceHasResults } from './usage-queries.ts';

interface RaceChange<T> {
  readonly findRace: (facts: ElectionFacts) => Result<RaceFacts, Problem>;
  readonly decide: (...input: Parameters<Decide<T>>) => Promise<Result<Changed<T>, Problem>>;
}

export const changeRaceBallots = <T>(
  tools: ElectionsTools,
  change: ElectionChange,
  { findRace, decide }: RaceChange<T>,
): Promise<Result<T, Problem>> =>
  changeElection(tools, change, async (tx, facts) => {
    const race = findRace(facts);
    if (!race.ok) return race;
    if (await raceHasResults(tx, facts.id, race.value.id)) {
      return err(problem('in_use', `Result sheets depend on the ballots of ${race.value.name}.`));
    }
    return decide(tx, facts);
  });
