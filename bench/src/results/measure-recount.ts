import { type App, buildApp, createMetrics, openDatabase, prepareDatabase } from '@comitium/server';
import { foldSheets, type SheetColumns } from '@comitium/tally';
import { below, type Row, row } from '../report/row.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { loadMillion, millionCode } from './load-million.ts';

const million = 1_000_000;

/** Recounts: the arithmetic alone on a million stations, and the whole command on what is loaded, scaled up. */
export const measureRecount = async (bench: BenchServer, election: string): Promise<Row[]> => {
  const columns = columnsOf(million);
  const started = performance.now();
  const fold = foldSheets(columns);
  const seconds = (performance.now() - started) / 1000;
  if (fold.stations[0] !== million) throw new Error('the fold has lost stations');
  const app = await buildApp(bench.platform, {});
  const command = await timeCommand(app, election);
  const real = await timeMillion(bench);
  const scaled = (command.seconds / command.sheets) * million;
  const note = `measured on the ${command.sheets.toLocaleString('en')} sheets that are loaded (${command.seconds.toFixed(2)} s, database read included) and scaled in proportion`;
  return [
    row(
      { bench: 'recount', metric: 'fold of 1,000,000 stations, arithmetic only', value: seconds, unit: 's' },
      null,
      below(3, 's'),
    ),
    row(
      { bench: 'recount', metric: 'recount, scaled to 1,000,000 stations', value: scaled, unit: 's', note },
      { name: 'limit: reading the same rows', value: (command.reading / command.sheets) * million },
      below(3, 's'),
    ),
    row(
      {
        bench: 'recount',
        metric: 'recount, 1,000,000 sheets and 526,051 totals in the database',
        value: real.seconds,
        unit: 's',
        note: `after the register was read, which took ${real.register.toFixed(1)} s`,
      },
      { name: 'limit: reading the same sheets row by row', value: real.reading },
      below(3, 's'),
    ),
  ];
};

const width = 11;
/** Fan-out per level, from the stations up: sections of 2, districts of 20, municipalities of 25, provinces of 20, 50 of them. */
const groups = [2, 20, 25, 20, 50];

const columnsOf = (sheets: number): SheetColumns => {
  const sizes = [sheets];
  for (const group of groups) sizes.push(Math.ceil((sizes.at(-1) ?? 0) / group));
  const levels = sizes.toReversed();
  const total = levels.reduce((sum, size) => sum + size, 0);
  const parent = new Int32Array(total);
  let first = 0;
  for (const [level, size] of levels.entries()) {
    const above = levels[level - 1];
    for (let at = 0; at < size; at++) {
      parent[first + at] = above === undefined ? -1 : first - above + Math.floor((at * above) / size);
    }
    first += size;
  }
  return {
    ...{ parent, width },
    sheetStation: Int32Array.from({ length: sheets }, (_, at) => total - sheets + at),
    votes: Int32Array.from({ length: sheets * width }, (_, at) => at % 97),
    rejected: new Int32Array(sheets).fill(3),
    cast: new Int32Array(sheets).fill(500),
    registered: new Int32Array(sheets).fill(700),
  };
};

/** What `comitium recount` does, without starting a process: on a second program beside the running server. */
const timeCommand = async ({ platform, elections, results }: App, reference: string) => {
  const begun = performance.now();
  const election = await elections.book.find(reference);
  if (election === null) throw new Error(`there is no election ${reference}`);
  const started = performance.now();
  const report = await results.recount(election);
  const seconds = (performance.now() - started) / 1000;
  const differences = report.differences.length;
  if (differences > 0) throw new Error(`the recount of ${reference} found ${differences} differences`);
  const before = performance.now();
  await platform.db.pool.query(
    'select contest_id, station_id, status, votes, rejected, cast_ballots, registered from sheet where election_id = $1',
    [election.id],
  );
  const reading = (performance.now() - before) / 1000;
  return { sheets: report.sheets, seconds, reading, register: (started - begun) / 1000 };
};

/** In a database of its own beside the server's, which goes with the bench's folder. */
const timeMillion = async ({ platform, owner }: BenchServer) => {
  await owner.pool.query('create database million');
  const db = openDatabase({
    connectionString: owner.connectionString.replace(/\/[a-z]+\?/, '/million?'),
    statementTimeoutMs: 600_000,
  });
  try {
    await prepareDatabase(db);
    await loadMillion(db.pool);
    return await timeCommand(await buildApp({ ...platform, db, metrics: createMetrics() }, {}), millionCode);
  } finally {
    await db.close();
  }
};
