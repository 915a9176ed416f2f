import { err, ok, type Result } from '@comitium/basics';
import type { SpainImportError } from './import-error.ts';
import { readCount } from './read-count.ts';
import type { SpainStations } from './read-stations.ts';
import { scanCsv } from './scan-csv.ts';

export interface SpainVotes {
  /** Province (two digits) → ids of the lists that stand there, in the order of their ids. */
  readonly standing: ReadonlyMap<string, readonly string[]>;
  /** Votes of a station in the order of its province's lists; a cell that the file leaves out is 0. */
  of(station: number): Int32Array;
}

interface Cells {
  /** Growing columns of the file's cells. */
  readonly station: number[];
  readonly list: number[];
  readonly votes: number[];
}

const columns = ['station_id', 'id_candidacies', 'ballots'];

/** Reads the cells in any order; 2019 is sorted by list, 2023 by station. */
export const readVotes = async (
  file: string,
  stations: SpainStations,
  known: ReadonlySet<string>,
): Promise<Result<SpainVotes, SpainImportError>> => {
  const cells: Cells = { station: [], list: [], votes: [] };
  const row = ([id = '', list = '', ballots = '']: readonly string[]): string | null => {
    const station = stations.placeOf.get(id);
    if (station === undefined) return `${id} is not among the polling stations.`;
    if (!known.has(list)) return `${list} is not among the candidacies.`;
    const votes = readCount(ballots);
    if (votes === -1) return `ballots is ${ballots}, which is no count.`;
    cells.station.push(station);
    cells.list.push(Number(list));
    cells.votes.push(votes);
    return null;
  };
  const read = await scanCsv({ file, columns, row });
  return read.ok ? arrange(file, stations, cells) : read;
};

const provinceOf = (id: string): string => id.slice(3, 5);

const arrange = (
  file: string,
  stations: SpainStations,
  cells: Cells,
): Result<SpainVotes, SpainImportError> => {
  const seen = new Map<string, Set<number>>();
  for (const id of stations.ids) if (!seen.has(provinceOf(id))) seen.set(provinceOf(id), new Set());
  const provinces = stations.ids.map((id) => seen.get(provinceOf(id))!);
  for (const [i, list] of cells.list.entries()) provinces[cells.station[i]!]!.add(list);
  const places = new Map(
    Array.from(seen.values(), (lists) => {
      const sorted = [...lists].sort((a, b) => a - b);
      return [lists, new Map(sorted.map((list, place) => [list, place]))];
    }),
  );
  const starts = new Int32Array(stations.size + 1);
  for (let i = 0; i < stations.size; i += 1) starts[i + 1] = starts[i]! + provinces[i]!.size;
  const votes = new Int32Array(starts[stations.size]!).fill(-1);
  for (const [i, count] of cells.votes.entries()) {
    const station = cells.station[i]!;
    const place = starts[station]! + places.get(provinces[station]!)!.get(cells.list[i]!)!;
    if (votes[place] !== -1) {
      const detail = `Station ${stations.ids[station]} has list ${cells.list[i]} twice.`;
      return err({ code: 'row_invalid', file, line: i + 2, detail });
    }
    votes[place] = count;
  }
  for (let i = 0; i < votes.length; i += 1) if (votes[i] === -1) votes[i] = 0;
  const of = (station: number): Int32Array => votes.subarray(starts[station], starts[station + 1]);
  const standing = new Map(
    Array.from(seen, ([province, lists]) => [province, [...places.get(lists)!.keys()].map(padList)]),
  );
  const broken = findBrokenSum(stations, of);
  return broken === null ? ok({ standing, of }) : err({ code: 'row_invalid', file, detail: broken });
};

const padList = (list: number): string => String(list).padStart(6, '0');

/** The files agree with each other: the cells of every station add up to its `party_ballots`. */
const findBrokenSum = (stations: SpainStations, of: SpainVotes['of']): string | null => {
  for (let station = 0; station < stations.size; station += 1) {
    const sum = of(station).reduce((a, b) => a + b, 0);
    const stated = stations.forLists[station]!;
    if (sum !== stated) {
      return `The lists of station ${stations.ids[station]} have ${sum} votes; the stations' file says ${stated}.`;
    }
  }
  return null;
};
