import { declared2024 } from './facts/declared.ts';
import { parties } from './facts/parties.ts';
import { generateParliamentary } from './generate-parliamentary.ts';
import { generatePresidential, type VoteColumns } from './generate-presidential.ts';
import { generateRegister } from './generate-register.ts';
import { listParliamentaryContests, listPresidentialContest } from './list-contests.ts';
import type { DemoArea, DemoContest, DemoParty, DemoRace, DemoSheet } from './nation.ts';
import { listPreviousElection, type PreviousElection } from './previous-election.ts';

export interface GhanaOptions {
  seed?: number;
  /**
   * Rejected ballots of the presidential race. Default: 247,937, the newest declared figure (9 January 2025, 275
   * constituencies). The regional votes rest on the declaration of 9 December, whose own figure is 239,109
   * (`declared2024.first.rejected`).
   */
  rejectedTotal?: number;
}

export interface DemoNation {
  seed: number;
  parties: readonly DemoParty[];
  /** Parents before children: country, regions, constituencies, then each electoral area followed by its stations. */
  areas: readonly DemoArea[];
  /** The presidential contest, then 276 parliamentary ones in the order of their constituencies. */
  contests: readonly DemoContest[];
  /** Codes of the 40,976 polling stations; sheets are asked for by the place in this list. */
  stations: readonly string[];
  /** 0…1 by station: an invention that steers the order of reporting. */
  urban: Float64Array;
  /** The contest in which a station votes. */
  contestOf(station: number, race: DemoRace): DemoContest;
  /** The final sheet of one station; a fresh object at each call. */
  sheet(station: number, race: DemoRace): DemoSheet;
  /** All final sheets of one race, station by station. */
  sheets(race: DemoRace): Iterable<DemoSheet>;
  previous: PreviousElection;
  /** Sentences that a page showing this nation must be able to show. */
  notes: readonly string[];
}

export const notes = [
  'Regional votes for president and the party that won each constituency are declared figures; everything below is simulated.',
  'Electoral areas, polling stations and their figures are simulated and add up to the declared regional totals.',
  'The regional totals were declared with 9 of 276 constituencies outstanding; the simulation spreads them over all 276.',
  'The regional registers add up to 18,773,303; the declared national register is 18,774,159.',
  'Rejected ballots by region are simulated; their national total is declared.',
  'Who stood for parliament beside the winner, and with how many votes, is simulated.',
] as const;

/** Ghana's elections of 7 December 2024, the same for the same seed. */
export const generateGhana = ({
  seed = 2024,
  rejectedTotal = declared2024.updated.rejected,
}: GhanaOptions = {}): DemoNation => {
  const register = generateRegister(seed);
  const { spans, stations } = register;
  const presidentialContest = listPresidentialContest(2024);
  const contests = listParliamentaryContests(spans, seed);
  const presidential = generatePresidential(register, rejectedTotal, seed);
  const parliamentary = generateParliamentary({ register, contests, presidential, seed });
  const columns: Record<DemoRace, VoteColumns> = { presidential, parliamentary };

  const contestByStation = spans.flatMap(({ stationCount }, i) =>
    new Array<DemoContest>(stationCount).fill(contests[i]!),
  );
  const contestOf = (station: number, race: DemoRace): DemoContest =>
    race === 'presidential' ? presidentialContest : contestByStation[station]!;
  const sheet = (station: number, race: DemoRace): DemoSheet => {
    const { width, votes, rejected, cast } = columns[race];
    const { choices } = contestOf(station, race);
    return {
      station: stations.codes[station]!,
      race,
      votes: Object.fromEntries(choices.map(({ code }, k) => [code, votes[station * width + k]!])),
      rejected: rejected[station]!,
      cast: cast[station]!,
      registered: stations.registered[station]!,
    };
  };
  function* sheets(race: DemoRace): Generator<DemoSheet> {
    for (let station = 0; station < stations.codes.length; station += 1) yield sheet(station, race);
  }
  return {
    seed,
    parties,
    areas: register.areas,
    contests: [presidentialContest, ...contests],
    stations: stations.codes,
    urban: stations.urban,
    contestOf,
    sheet,
    sheets,
    previous: listPreviousElection(),
    notes,
  };
};
