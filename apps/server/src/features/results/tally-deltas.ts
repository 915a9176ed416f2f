import { type Basis, bases, type Delta, type Revision, revisionDelta } from '@comitium/tally';
import type { ContestFacts, ElectionFacts, RaceFacts } from '../elections/index.ts';
import { basisNumber } from './results-schema.ts';

/** What is to be added to one row of `tally`. */
export interface TallyDelta {
  readonly race: RaceFacts;
  readonly areaIndex: number;
  readonly areaId: string;
  readonly basis: number;
  readonly votes: number[];
  rejected: number;
  cast: number;
  registered: number;
  onRegister: number;
  stations: number;
}

/** Gathers what revisions change, summed per area, so that a batch touches each total once. */
export interface TallyDeltas {
  add(change: StationChange): void;
  /** In the one order in which all writers lock totals: race, area, basis. */
  rows(): TallyDelta[];
}

export interface StationChange {
  readonly election: ElectionFacts;
  readonly contest: ContestFacts;
  readonly stationIndex: number;
  readonly before: Revision | null;
  readonly after: Revision | null;
}

export const gatherTallyDeltas = (): TallyDeltas => {
  // By id: facts are made anew when an election changes, and one batch may hold sheets of both makes.
  const byRace = new Map<string, Map<number, TallyDelta>>();
  return {
    add: (change) => {
      for (const basis of bases) {
        const delta = revisionDelta(change.before, change.after, basis);
        if (delta !== null) addUpwards(byRace, { change, basis, delta });
      }
    },
    rows: () =>
      [...byRace.values()]
        .flatMap((rows) => [...rows.values()])
        .sort((a, b) => compareText(a.race.id, b.race.id) || a.areaIndex - b.areaIndex || a.basis - b.basis),
  };
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Addition {
  readonly change: StationChange;
  readonly basis: Basis;
  readonly delta: Delta;
}

/** Adds to the parent of the station and everything above; above the district, votes go to the race's columns. */
const addUpwards = (
  byRace: Map<string, Map<number, TallyDelta>>,
  { change: { election, contest, stationIndex }, basis, delta }: Addition,
): void => {
  const { register } = election;
  const { race } = contest;
  let rows = byRace.get(race.id);
  if (rows === undefined) {
    rows = new Map();
    byRace.set(race.id, rows);
  }
  const number = basisNumber[basis];
  const onRegister = register.registered[stationIndex] ?? 0;
  let aboveDistrict = false;
  for (let area = register.parent[stationIndex] ?? -1; area >= 0; area = register.parent[area] ?? -1) {
    const key = area * 3 + number;
    let row = rows.get(key);
    if (row === undefined) {
      const width = aboveDistrict ? race.columns.length : contest.choices.length;
      row = emptyRow({ race, areaIndex: area, areaId: register.ids[area] ?? '', basis: number }, width);
      rows.set(key, row);
    }
    addTo(row, delta, aboveDistrict ? contest.columnOf : null);
    row.onRegister += delta.stations * onRegister;
    if (area === contest.areaIndex) aboveDistrict = true;
  }
};

const emptyRow = (
  place: Pick<TallyDelta, 'race' | 'areaIndex' | 'areaId' | 'basis'>,
  width: number,
): TallyDelta => ({
  ...place,
  votes: new Array<number>(width).fill(0),
  rejected: 0,
  cast: 0,
  registered: 0,
  onRegister: 0,
  stations: 0,
});

const addTo = (row: TallyDelta, delta: Delta, columnOf: Int32Array | null): void => {
  for (let choice = 0; choice < delta.votes.length; choice++) {
    const at = columnOf === null ? choice : (columnOf[choice] ?? 0);
    row.votes[at] = (row.votes[at] ?? 0) + (delta.votes[choice] ?? 0);
  }
  row.rejected += delta.rejected;
  row.cast += delta.cast;
  row.registered += delta.registered;
  row.stations += delta.stations;
};
