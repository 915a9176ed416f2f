import type { BallotImportBody, ContestBody } from '@comitium/contract';
import type { ContestFacts, ElectionFacts } from './election-facts.ts';

/** The ballots as an import would state them: a small change is checked as part of the whole. */
export const ballotsOf = ({ parties, races, register }: ElectionFacts): BallotImportBody => ({
  parties: parties.map(({ code, name, shortName, color }) => ({ code, name, shortName, color })),
  races: races.map(({ code, name, seatMethod, threshold, blankVotes }) => ({
    ...{ code, name, seatMethod, threshold, blankVotes },
  })),
  contests: races.flatMap(({ contests }) =>
    contests.map((contest) => contestBody(contest, register.codes[contest.areaIndex] ?? '')),
  ),
});

const contestBody = ({ race, name, seats, heldBy, choices }: ContestFacts, area: string): ContestBody => ({
  ...{ area, name, seats, heldBy },
  race: race.code,
  choices: choices.map(({ code, name: choice, party, color }) => ({ code, name: choice, party, color })),
});
