import type { ElectionFacts, RaceFacts } from '../elections/index.ts';
import { bytesOfIds } from './bytes-of-ids.ts';

/** What reading needs to know: enough to begin with while the plan is made. */
export interface RecountTarget {
  readonly electionId: string;
  readonly raceIds: readonly string[];
}

export const targetOf = ({ id, races }: ElectionFacts): RecountTarget => ({
  electionId: id,
  raceIds: races.map((race) => race.id),
});

/** What a recount must know of an election, as plain arrays that another thread can be given. */
export interface RecountPlan {
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
  /**
   * Area of the register → its place among those of its contest, or among those above all districts. A station has no
   * place of its own: what it reports is added where the area above it stands. A district that is a station has one.
   */
  readonly placeOf: Int32Array;
  /** How many areas lie above all districts. */
  readonly above: number;
}

export interface ContestPlan {
  readonly id: string;
  readonly choices: number;
  /** Place on the ballot → place among the race's columns. */
  readonly columnOf: Int32Array;
  /** The areas of the district that have a place: of each the one above, −1 for the district, which is the first. */
  readonly parent: Int32Array;
  /** The places, above all districts, of what lies above this one. */
  readonly upwards: Int32Array;
}

export const planRecount = (election: ElectionFacts): RecountPlan => {
  const { register } = election;
  return {
    areaIds: bytesOfIds(register.ids),
    registered: Int32Array.from(register.registered),
    station: stationsOf(register),
    races: election.races.map((race) => planRace(election, race)),
  };
};

const stationsOf = (register: ElectionFacts['register']): Uint8Array => {
  const station = new Uint8Array(register.size);
  for (let area = 0; area < register.size; area++) station[area] = register.isStation(area) ? 1 : 0;
  return station;
};

/** Parents come before their children in the register. */
const planRace = ({ register }: ElectionFacts, race: RaceFacts): RacePlan => {
  const contestOf = contestsOf(register, race);
  const placeOf = new Int32Array(register.size);
  const sizes = new Int32Array(race.contests.length);
  let above = 0;
  const isDistrict = (area: number): boolean => race.contests[contestOf[area] ?? -1]?.areaIndex === area;
  const hasPlace = (area: number): boolean => !register.isStation(area) || isDistrict(area);
  for (let area = 0; area < register.size; area++) {
    const contest = contestOf[area] ?? -1;
    if (contest === -1) placeOf[area] = above++;
    else if (hasPlace(area)) placeOf[area] = sizes[contest]!++;
    else placeOf[area] = placeOf[register.parent[area]!]!;
  }
  const parents = Array.from(sizes, (size) => new Int32Array(size));
  for (let area = 0; area < register.size; area++) {
    const parent = parents[contestOf[area] ?? -1];
    if (parent === undefined || !hasPlace(area)) continue;
    parent[placeOf[area]!] = isDistrict(area) ? -1 : placeOf[register.parent[area]!]!;
  }
  const contests = race.contests.map(
    (contest, index): ContestPlan => ({
      id: contest.id,
      choices: contest.choices.length,
      columnOf: Int32Array.from(contest.columnOf),
      parent: parents[index] ?? new Int32Array(0),
      upwards: Int32Array.from(register.path(contest.areaIndex).slice(1), (area) => placeOf[area] ?? 0),
    }),
  );
  return { id: race.id, columns: race.columns.length, contests, contestOf, placeOf, above };
};

const contestsOf = (register: ElectionFacts['register'], race: RaceFacts): Int32Array => {
  const contestOf = new Int32Array(register.size).fill(-1);
  const indexOf = new Map(race.contests.map((contest, index) => [contest, index]));
  for (let area = 0; area < register.size; area++) {
    const contest = race.contestAt(area);
    if (contest !== undefined) contestOf[area] = indexOf.get(contest) ?? -1;
  }
  return contestOf;
};

/** All that another thread can take over without a copy: everything is made for it. */
export const arraysOf = ({ areaIds, registered, station, races }: RecountPlan): ArrayBuffer[] =>
  [
    ...[areaIds, registered, station],
    ...races.flatMap(({ contestOf, placeOf, contests }) => [
      ...[contestOf, placeOf],
      ...contests.flatMap(({ columnOf, parent, upwards }) => [columnOf, parent, upwards]),
    ]),
  ].map(({ buffer }) => buffer as ArrayBuffer);
