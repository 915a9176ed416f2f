import type { ContestFacts, ElectionFacts, RaceFacts } from '../elections/index.ts';

/** What a recount must know of an election, as plain arrays that another thread can be given. */
export interface RecountPlan {
  readonly electionId: string;
  /** Sixteen bytes for each area of the register. */
  readonly areaIds: Uint8Array;
  /** Voters of the area itself, as the register has them. */
  readonly registered: Int32Array;
  /** Whether the area is a polling station. */
  readonly station: Uint8Array;
  readonly races: readonly RacePlan[];
}

export interface RacePlan {
  readonly id: string;
  readonly columns: number;
  readonly contests: readonly ContestPlan[];
  /** Area of the register → the contest whose district holds it, −1 above all districts. */
  readonly contestOf: Int32Array;
  /** Area of the register → its place among those of its contest, or among those above all districts. */
  readonly placeOf: Int32Array;
  /** How many areas lie above all districts. */
  readonly above: number;
}

export interface ContestPlan {
  readonly id: string;
  readonly choices: number;
  /** Place on the ballot → place among the race's columns. */
  readonly columnOf: Int32Array;
  /** Polling stations in the district. */
  readonly stations: number;
  /** The areas of the district as places: of each the one above, −1 for the district, which is the first. */
  readonly parent: Int32Array;
  /** The places, above all districts, of what lies above this one. */
  readonly upwards: Int32Array;
}

export const planRecount = (election: ElectionFacts): RecountPlan => {
  const { register } = election;
  return {
    electionId: election.id,
    areaIds: Buffer.from(register.ids.join('').replaceAll('-', ''), 'hex'),
    registered: register.registered,
    station: stationsOf(register),
    races: election.races.map((race) => planRace(election, race)),
  };
};

const stationsOf = (register: ElectionFacts['register']): Uint8Array => {
  const station = new Uint8Array(register.size);
  for (let area = 0; area < register.size; area++) station[area] = register.isStation(area) ? 1 : 0;
  return station;
};

/** One walk over the register: parents come before their children there. */
const planRace = ({ register }: ElectionFacts, race: RaceFacts): RacePlan => {
  const contestOf = new Int32Array(register.size).fill(-1);
  const placeOf = new Int32Array(register.size);
  const parents: number[][] = race.contests.map(() => []);
  const indexOf = new Map(race.contests.map((contest, index) => [contest, index]));
  let above = 0;
  for (let area = 0; area < register.size; area++) {
    const contest = race.contestAt(area);
    const index = contest === undefined ? -1 : (indexOf.get(contest) ?? -1);
    const parent = parents[index];
    contestOf[area] = index;
    if (parent === undefined) {
      placeOf[area] = above++;
    } else {
      const isDistrict = area === contest?.areaIndex;
      placeOf[area] = parent.push(isDistrict ? -1 : (placeOf[register.parent[area] ?? 0] ?? -1)) - 1;
    }
  }
  const planContest = (contest: ContestFacts, index: number): ContestPlan => ({
    id: contest.id,
    choices: contest.choices.length,
    columnOf: contest.columnOf,
    stations: register.stations[contest.areaIndex] ?? 0,
    parent: Int32Array.from(parents[index] ?? []),
    upwards: Int32Array.from(register.path(contest.areaIndex).slice(1), (area) => placeOf[area] ?? 0),
  });
  const contests = race.contests.map(planContest);
  return { id: race.id, columns: race.columns.length, contests, contestOf, placeOf, above };
};
