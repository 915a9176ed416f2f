import { type Ballot, createBallot } from '@comitium/tally';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';

const ballots = new WeakMap<ContestFacts, Ballot>();
const known = new WeakMap<ElectionFacts, ReadonlySet<string>>();

/** The contest's ballot as the sheet rules read it; fields are named by choice code. */
export const ballotOf = (election: ElectionFacts, contest: ContestFacts): Ballot => {
  let ballot = ballots.get(contest);
  if (ballot === undefined) {
    const choices = contest.choices.map(({ id, code, name }) => ({
      id: code as string,
      code: id as string,
      name,
    }));
    ballot = createBallot(choices, (key) => choiceKeys(election).has(key));
    ballots.set(contest, ballot);
  }
  return ballot;
};

const choiceKeys = (election: ElectionFacts): ReadonlySet<string> => {
  let keys = known.get(election);
  if (keys === undefined) {
    const choices = election.races.flatMap((race) => race.contests.flatMap((contest) => contest.choices));
    keys = new Set(choices.flatMap((choice) => [choice.id as string, choice.code]));
    known.set(election, keys);
  }
  return keys;
};
