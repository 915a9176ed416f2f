import type { BatchLine } from '@comitium/contract';
import { atLeast, below, type Row, row } from '../report/row.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { loadRegister, openElection } from '../running/open-election.ts';
import { cpuOf } from '../running/process-cost.ts';
import { sendLines } from './send-lines.ts';
import type { BatchNation } from './spain-or-like-it.ts';

/**
 * A whole nation's stations as one NDJSON request, beside bare inserts of the same rows; and once more in another
 * election, when the program is warm.
 */
export const measureBatch = async (bench: BenchServer, nation: BatchNation): Promise<Row[]> => {
  await loadRegister(bench.admin, nation.register);
  const { code } = nation.election.body;
  const first = await sendNation(bench, nation, code);
  const second = await sendNation(bench, nation, `${code}-again`);
  await bench.owner.pool.query('checkpoint');
  const bare = await insertBare(bench, nation.lines);
  return [...rowsOf(nation, '', { ...first, bare }), ...rowsOf(nation, ', warm', { ...second, bare })];
};

interface Sent {
  /** Sheets a second. */
  readonly rate: number;
  readonly seconds: number;
  /** Of a sheet, in µs. */
  readonly cpu: number;
}

const sendNation = async (
  bench: BenchServer,
  { election, lines }: BatchNation,
  code: string,
): Promise<Sent> => {
  await openElection(bench.admin, { ...election, body: { ...election.body, code } });
  const before = cpuOf(bench);
  const report = await sendLines(bench, code, lines);
  const cpu = ((cpuOf(bench) - before) / lines.length) * 1e6;
  if (report.created !== lines.length) {
    throw new Error(`${lines.length - report.created} of the batch were refused: ${report.refused}`);
  }
  return { rate: report.created / report.seconds, seconds: report.seconds, cpu };
};

const rowsOf = (
  { lines, note }: BatchNation,
  state: string,
  { rate, seconds, cpu, bare }: Sent & { readonly bare: number },
): Row[] => {
  const nation = `${note === undefined ? 'Spain 2023' : 'made-up Spain'}${state}`;
  const figure = { bench: 'batch', unit: '/s', ...(note === undefined ? {} : { note }) };
  const limit = { name: 'limit: bare unnest batches of 500', value: bare };
  return [
    row(
      { ...figure, metric: `sheets a second, NDJSON, ${nation}`, value: rate },
      limit,
      atLeast(20_000, '/s'),
    ),
    row(
      { ...figure, metric: `all ${lines.length} sheets, ${nation}`, value: seconds, unit: 's' },
      { name: limit.name, value: lines.length / bare },
      below(3, 's'),
    ),
    row(
      { ...figure, metric: `CPU of a sheet, server and PostgreSQL${state}`, value: cpu, unit: 'µs' },
      null,
      null,
    ),
  ];
};

const batchRows = 500;

/** The rows and nothing else: one table, one index, no totals, no ledger, no checks. */
const insertBare = async ({ owner }: BenchServer, lines: readonly BatchLine[]): Promise<number> => {
  const { pool } = owner;
  await pool.query(`create table bare_sheet (station text primary key, votes integer[] not null,
    rejected integer not null, cast_ballots integer not null, registered integer not null)`);
  const batches: unknown[][] = [];
  for (let from = 0; from < lines.length; from += batchRows) {
    const part = lines.slice(from, from + batchRows);
    batches.push([
      part.map((line) => line.station),
      part.map((line) => `{${Object.values(line.votes).join(',')}}`),
      part.map((line) => line.rejected),
      part.map((line) => line.cast),
      part.map((line) => line.registered),
    ]);
  }
  const started = performance.now();
  for (const values of batches) {
    await pool.query(
      `insert into bare_sheet select s, v::int[], r, c, g
       from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[]) as d (s, v, r, c, g)`,
      values,
    );
  }
  return lines.length / ((performance.now() - started) / 1000);
};
