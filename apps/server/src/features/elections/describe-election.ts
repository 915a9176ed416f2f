// Elections, races and contests as the wire shows them.
import type { Contest, Election, Race } from '@comitium/contract';
import type { ElectionBook } from './election-book.ts';
import type { ContestFacts, ElectionFacts, RaceFacts } from './election-facts.ts';

export const describeElection = async (
  book: Pick<ElectionBook, 'find'>,
  facts: ElectionFacts,
): Promise<Election> => {
  const codeOf = async (id: string | null): Promise<string | null> =>
    id === null ? null : ((await book.find(id))?.code ?? null);
  const { id, code, name, kind, pollingDate, state, basis, simulated, settings, version } = facts;
  return {
    ...{ id, code, name, kind, pollingDate, state, basis, simulated, settings, version },
    pollsCloseAt: facts.pollsCloseAt?.toISOString() ?? null,
    register: facts.register.code,
    levels: [...facts.register.levels],
    previous: await codeOf(facts.previousId),
    follows: await codeOf(facts.followsId),
    races: facts.races.map(describeRace),
    shortNames: Object.fromEntries(
      facts.parties.flatMap(({ code, shortName }) => (shortName === code ? [] : [[code, shortName]])),
    ),
  };
};

export const describeRace = (race: RaceFacts): Race => ({
  id: race.id,
  code: race.code,
  name: race.name,
  seatMethod: race.seatMethod,
  threshold: race.threshold,
  blankVotes: race.blankVotes,
  contests: race.contests.length,
  seats: race.seats,
  districtLevel: race.districtLevel,
});

export const describeContest = ({ register }: ElectionFacts, contest: ContestFacts): Contest => ({
  id: contest.id,
  code: contest.code,
  race: contest.race.code,
  area: register.codes[contest.areaIndex] ?? '',
  areaName: register.names[contest.areaIndex] ?? '',
  name: contest.name,
  seats: contest.seats,
  heldBy: contest.heldBy,
  choices: contest.choices.map(({ id, code, name, party, color, index }) => ({
    ...{ id, code, name, party, color },
    ballotOrder: index,
  })),
});
