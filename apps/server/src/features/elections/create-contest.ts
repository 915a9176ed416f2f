import { type ContestId, err, ok, type Result } from '@comitium/basics';
import type { ContestBody, Problem } from '@comitium/contract';
import { planBallots } from './ballot-plan.ts';
import { insertContests, numbered } from './ballot-store.ts';
import { ballotsOf } from './ballots-of.ts';
import type { ElectionChange } from './change-election.ts';
import { changeRaceBallots } from './change-race-ballots.ts';
import { checkBallots } from './check-ballots.ts';
import type { ElectionFacts } from './election-facts.ts';
import type { ElectionsTools } from './elections-tools.ts';
import { findRace } from './find-race.ts';
import { problemIn } from './problem-in.ts';

/** A contest in a district of its race that has none yet; it comes last. */
export const createContest = (
  tools: ElectionsTools,
  change: ElectionChange,
  body: ContestBody,
): Promise<Result<ContestId, Problem>> =>
  changeRaceBallots(tools, change, {
    findRace: (facts) => findRace(facts, body.race),
    decide: async (tx, facts) => {
      const whole = ballotsOf(facts);
      const place = whole.contests.length;
      const race = facts.race(body.race)?.code ?? body.race;
      const wanted = { ...whole, contests: [...whole.contests, { ...body, race }] };
      const broken = problemIn(checkBallots(wanted, facts.register), `/contests/${place}`);
      if (broken !== null) return err(broken);
      const planned = planBallots(wanted, facts.register).contests[place];
      if (planned === undefined) throw new Error('a contest was planned away');
      const [row] = numbered([planned], place);
      await insertContests(tx, placeOf(facts), row === undefined ? [] : [row]);
      const { code, name, seats, heldBy } = planned;
      const choices = planned.choices.map((choice) => choice.code);
      const payload = { race, area: body.area, code, name, seats, heldBy, choices };
      return ok({ type: 'contest.created', payload, answer: (row?.id ?? '') as ContestId });
    },
  });

export const placeOf = ({ id, register, races, parties }: ElectionFacts) => ({
  electionId: id,
  register,
  races: new Map(races.map((race) => [race.code, race.id])),
  parties: new Map(parties.map((party) => [party.code, party.id])),
});
