import { setTimeout as delay } from 'node:timers/promises';
import type { BatchLine } from '@comitium/contract';
import { atLeast, below, type Row, row } from '../report/row.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { loadRegister, openElection } from '../running/open-election.ts';
import { cpuOf } from '../running/process-cost.ts';
import { sendLines } from './send-lines.ts';
import type { BatchNation } from './spain-or-like-it.ts';

/** A whole nation's stations as one NDJSON request, beside bare inserts of the same rows. */
export const measureBatch = async (
  bench: BenchServer,
  { register, election, lines, note }: BatchNation,
): Promise<Row[]> => {
  await loadRegister(bench.admin, register);
  await openElection(bench.admin, election);
  await waitForFollowers(bench);
  const { code } = election.body;
  const before = cpuOf(bench);
  const report = await sendLines(bench, code, lines);
  const cpu = ((cpuOf(bench) - before) / lines.length) * 1e6;
  if (report.created !== lines.length) {
    throw new Error(`${lines.length - report.created} of the batch were refused`);
  }
  await bench.owner.pool.query('checkpoint');
  const bare = await insertBare(bench, lines);
  const nation = note === undefined ? 'Spain 2023' : 'made-up Spain';
  const figure = { bench: 'batch', unit: '/s', ...(note === undefined ? {} : { note }) };
  const rate = report.created / report.seconds;
  const limit = { name: 'limit: bare unnest batches of 500', value: bare };
  return [
    row(
      { ...figure, metric: `sheets a second, NDJSON, ${nation}`, value: rate },
      limit,
      atLeast(20_000, '/s'),
    ),
    row(
      { ...figure, metric: `all ${lines.length} sheets, ${nation}`, value: report.seconds, unit: 's' },
      { name: limit.name, value: lines.length / bare },
      below(3, 's'),
    ),
    row({ ...figure, metric: 'CPU of a sheet, server and PostgreSQL', value: cpu, unit: 'µs' }, null, null),
  ];
};

/** What was sent before is told to screens, timeline and public log: it is not this batch's work. */
const waitForFollowers = async ({ owner }: BenchServer): Promise<void> => {
  for (let tries = 0; tries < 600; tries++) {
    const { rows } = await owner.pool.query<{ behind: number }>(
      `select count(*)::integer as behind from follower f where (f.era, f.tx, f.id) <
        (select era, tx, id from ledger order by era desc, tx desc, id desc limit 1)`,
    );
    if (rows[0]?.behind === 0) return;
    await delay(100);
  }
  throw new Error('the followers of the ledger are a minute behind');
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
