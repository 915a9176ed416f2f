import type { RegisterIndex } from '../territory/index.ts';
import type { ChoiceRow, ContestRow, RaceRow } from './ballot-rows.ts';
import type { ChoiceFacts, ContestFacts, PartyFacts, RaceFacts } from './election-facts.ts';
import { blankColumn, columnsOf, placeInColumns } from './race-columns.ts';

interface Surroundings {
  readonly choicesOf: ReadonlyMap<string, readonly ChoiceRow[]>;
  readonly parties: readonly PartyFacts[];
  readonly register: RegisterIndex;
}

export const buildRaceFacts = (
  row: RaceRow,
  contestRows: readonly ContestRow[],
  { choicesOf, parties, register }: Surroundings,
): RaceFacts => {
  const ballots = contestRows.map(({ id }) => toBallot(choicesOf.get(id) ?? [], row.blankVotes));
  const columns = columnsOf(ballots, parties);
  const contests: ContestFacts[] = [];
  const race: RaceFacts = {
    ...row,
    contests,
    seats: contestRows.reduce((sum, { seats }) => sum + seats, 0),
    districtLevel: levelOfDistricts(contestRows, register),
    columns,
    ...findContests(contests, register, contestRows),
  };
  for (const [place, { raceId: _, areaId, ...contest }] of contestRows.entries()) {
    const choices = ballots[place] ?? [];
    contests.push({
      ...contest,
      race,
      areaIndex: districtOf(areaId, register),
      choices,
      ballot: readBallot(choices),
      columnOf: placeInColumns(choices, columns, contestRows.length === 1),
    });
  }
  return race;
};

const toBallot = (rows: readonly ChoiceRow[], blankVotes: boolean): ChoiceFacts[] =>
  rows.map(({ contestId: _, ...choice }, index) => ({
    ...choice,
    index,
    blank: blankVotes && choice.code === blankColumn.code,
  }));

const readBallot = (choices: readonly ChoiceFacts[]): ReadonlyMap<string, number> => {
  const ballot = new Map(choices.map(({ code, index }) => [code, index]));
  for (const { id, index } of choices) ballot.set(id, index);
  return ballot;
};

const districtOf = (areaId: string, register: RegisterIndex): number => {
  const index = register.find(areaId);
  if (index === undefined) throw new Error(`district ${areaId} is not in register ${register.code}`);
  return index;
};

const levelOfDistricts = (contests: readonly ContestRow[], register: RegisterIndex): number => {
  const [first] = contests;
  return first === undefined ? 0 : (register.level[districtOf(first.areaId, register)] ?? 0);
};

/** One number for each area of the register, so that the intake finds a contest without walking. */
const findContests = (
  contests: readonly ContestFacts[],
  register: RegisterIndex,
  rows: readonly ContestRow[],
): Pick<RaceFacts, 'contestAt' | 'contestsBelow'> => {
  const places = new Int32Array(register.size).fill(-1);
  const placesBelow = new Map<number, number[]>();
  for (const [place, { areaId }] of rows.entries()) {
    const district = districtOf(areaId, register);
    places[district] = place;
    for (const above of register.path(district)) {
      const known = placesBelow.get(above);
      if (known === undefined) placesBelow.set(above, [place]);
      else known.push(place);
    }
  }
  for (let index = 1; index < places.length; index += 1) {
    if (places[index] === -1) places[index] = places[register.parent[index] ?? 0] ?? -1;
  }
  const contestAt = (index: number): ContestFacts | undefined => contests[places[index] ?? -1];
  const pick = (some: readonly number[]) => some.flatMap((place) => contests[place] ?? []);
  const picked = new Map<number, readonly ContestFacts[]>();
  const contestsBelow = (index: number): readonly ContestFacts[] => {
    const below = placesBelow.get(index);
    if (below === undefined) {
      const holding = contestAt(index);
      return holding === undefined ? [] : [holding];
    }
    const known = picked.get(index) ?? (below.length === contests.length ? contests : pick(below));
    picked.set(index, known);
    return known;
  };
  return { contestAt, contestsBelow };
};
