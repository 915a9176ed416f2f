import { err, ok, type RaceId, type Result } from '@comitium/basics';
import { type Problem, problem, type Race, type RaceBody } from '@comitium/contract';
import type { Static } from 'typebox';
import { insertRaces, numbered } from './ballot-store.ts';
import { changeElection, type ElectionChange } from './change-election.ts';
import { checkText } from './check-text.ts';
import type { ElectionsTools } from './elections-tools.ts';

/** A race without contests; it comes last. */
export const createRace = (
  tools: ElectionsTools,
  change: ElectionChange,
  body: Static<typeof RaceBody>,
): Promise<Result<Race, Problem>> =>
  changeElection(tools, change, async (tx, { id, races }) => {
    const errors = checkText('/name', body.name);
    if (errors.length > 0) return err(problem('validation_failed', 'The race breaks rules.', { errors }));
    if (races.some(({ code }) => code === body.code)) {
      return err(problem('code_taken', `There is a race ${body.code} already.`));
    }
    const race = { ...body, threshold: body.threshold ?? 0, blankVotes: body.blankVotes ?? false };
    const position = Math.max(-1, ...races.map((known) => known.position)) + 1;
    const rows = numbered([race], position);
    await insertRaces(tx, id, rows);
    const answer: Race = {
      id: (rows[0]?.id ?? '') as RaceId,
      ...race,
      contests: 0,
      seats: 0,
      districtLevel: 0,
    };
    return ok({ type: 'race.created', payload: race, answer });
  });
