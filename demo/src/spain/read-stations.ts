import { ok, type Result } from '@comitium/basics';
import { splitStationId } from './area-codes.ts';
import type { SpainImportError } from './import-error.ts';
import { readCount } from './read-count.ts';
import { scanCsv } from './scan-csv.ts';

/** Polling stations as columns, in the order of their ids: region by region, province by province, down to the table. */
export interface SpainStations {
  readonly size: number;
  /** The source's ids. */
  readonly ids: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly registered: Int32Array;
  readonly blank: Int32Array;
  readonly invalid: Int32Array;
  /** Votes for lists, as the source adds them up. */
  readonly forLists: Int32Array;
}

const columns = ['station_id', 'census_counting', 'blank_ballots', 'invalid_ballots', 'party_ballots'];
const width = columns.length - 1;

export const readStations = async (file: string): Promise<Result<SpainStations, SpainImportError>> => {
  const figures = new Map<string, readonly number[]>();
  const row = (fields: readonly string[]): string | null => {
    const [id = '', ...texts] = fields;
    if (splitStationId(id) === null) return `${id} is not the id of a polling station.`;
    if (figures.has(id)) return `Polling station ${id} comes twice.`;
    const counts = texts.map(readCount);
    const bad = counts.indexOf(-1);
    if (bad !== -1) return `${columns[bad + 1]} is ${texts[bad]}, which is no count.`;
    figures.set(id, counts);
    return null;
  };
  const read = await scanCsv({ file, columns, row });
  return read.ok ? ok(toColumns(figures)) : read;
};

const toColumns = (figures: ReadonlyMap<string, readonly number[]>): SpainStations => {
  const ids = [...figures.keys()].sort();
  const [registered, blank, invalid, forLists] = Array.from(
    { length: width },
    () => new Int32Array(ids.length),
  );
  const placeOf = new Map<string, number>();
  for (const [place, id] of ids.entries()) {
    const counts = figures.get(id) ?? [];
    placeOf.set(id, place);
    for (const [at, column] of [registered, blank, invalid, forLists].entries())
      column![place] = counts[at] ?? 0;
  }
  return {
    ...{ size: ids.length, ids, placeOf },
    ...{ registered: registered!, blank: blank!, invalid: invalid!, forLists: forLists! },
  };
};
