import type { BallotImportBody, SheetBody } from '@comitium/contract';
import { type Ballot, checkSheet, createBallot, readVotes, type SheetFigures } from '@comitium/tally';
import type { NationElection, NationRegister } from '../nation.ts';

type Contest = BallotImportBody['contests'][number];

/** Finds where a sheet belongs as the server does, and runs the sheet rules on it. */
export const createJudge = (
  { areas }: NationRegister,
  election: NationElection,
): ((sheet: SheetBody) => string[]) => {
  const parents = new Map(areas.map(({ code, parent }) => [code, parent]));
  const registered = new Map(areas.map((area) => [area.code, area.registered]));
  const contests = new Map(election.ballots.contests.map((contest) => [keyOf(contest), ballotOf(contest)]));
  const ballotAt = (race: string, area: string | null): Ballot | undefined =>
    area === null
      ? undefined
      : (contests.get(`${race} ${area}`) ?? ballotAt(race, parents.get(area) ?? null));
  return (sheet) => {
    const ballot = ballotAt(sheet.contest, sheet.station);
    if (ballot === undefined || !registered.has(sheet.station)) return ['no_place'];
    const votes = readVotes(sheet.votes, ballot);
    if (!votes.ok) return votes.error.map(({ code }) => code);
    const { rejected, cast } = sheet;
    const figures = { votes: votes.value, rejected, cast, registered: sheet.registered } as SheetFigures;
    const context = { registerFigure: registered.get(sheet.station) };
    return checkSheet({ ballot, figures, context }, election.body.settings as object)
      .filter(({ severity }) => severity !== 'warning')
      .map(({ code }) => code);
  };
};

const keyOf = ({ race, area }: Contest): string => `${race} ${area}`;

const ballotOf = ({ choices }: Contest): Ballot =>
  createBallot(choices.map(({ code, name }) => ({ id: code, name })));
