import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, type Race } from '@comitium/contract';
import { changeElection, type ElectionChange } from './change-election.ts';
import { checkText } from './check-text.ts';
import { describeRace } from './describe-election.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { findRace } from './find-race.ts';
import { type RaceRowEdit, updateRaceRow } from './race-store.ts';

/** Name and seat rules, which nothing stored depends on: seats are computed when they are read. */
export const updateRace = (
  tools: ElectionsTools,
  change: ElectionChange & { readonly race: string },
  edit: Partial<RaceRowEdit>,
): Promise<Result<Race, Problem>> =>
  changeElection(tools, change, async (tx, facts) => {
    const race = findRace(facts, change.race);
    if (!race.ok) return race;
    const errors = checkText('/name', edit.name);
    if (errors.length > 0) return err(problem('validation_failed', 'The race breaks rules.', { errors }));
    const edited = { ...describeRace(race.value), ...edit };
    await updateRaceRow(tx, race.value.id, edited);
    return ok({ type: 'race.updated', payload: { code: race.value.code, ...edit }, answer: edited });
  });
