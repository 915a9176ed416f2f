import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchServer } from '../running/bench-server.ts';
import { hasProgram } from '../running/has-program.ts';

export const peerClients = 32;

const schema = `
  create schema if not exists peer;
  create table if not exists peer.sheet (id bigint generated always as identity primary key, station integer not null,
    votes integer[] not null, rejected integer not null, cast_ballots integer not null, registered integer not null,
    received_at timestamptz not null default now());
  create table if not exists peer.total (area integer primary key, votes bigint not null, stations integer not null);
  insert into peer.total select area, 0, 0 from generate_series(0, 7000) area on conflict do nothing;
  create table if not exists peer.fact (id bigint generated always as identity primary key, station integer not null);`;

const ballot = "'{214,190,12,8,5,4,3,2,2,1,1,1,1}'";

/** One insert and a hot counter row for each of the four levels, the hottest last: what a textbook would do. */
const textbook = `
  \\set station random(1, 40976)
  \\set area random(1001, 7000)
  \\set constituency random(101, 376)
  \\set region random(1, 16)
  begin;
  insert into peer.sheet (station, votes, rejected, cast_ballots, registered) values (:station, ${ballot}, 4, 448, 612);
  update peer.total set votes = votes + 444, stations = stations + 1 where area = :area;
  update peer.total set votes = votes + 444, stations = stations + 1 where area = :constituency;
  update peer.total set votes = votes + 444, stations = stations + 1 where area = :region;
  update peer.total set votes = votes + 444, stations = stations + 1 where area = 0;
  commit;`;

const bareCommit = '\\set station random(1, 40976)\ninsert into peer.fact (station) values (:station);';

export interface PeerRates {
  /** Sheets a second of the textbook design; null where there is no pgbench. */
  readonly textbook: number | null;
  /** The physical limit: transactions a second that do nothing but insert one row and reach the disk. */
  readonly commits: number | null;
}

/** Measures both on the PostgreSQL that the server uses, while the server is idle. */
export const measurePeers = async (bench: BenchServer, seconds: number): Promise<PeerRates> => {
  if (!hasProgram('pgbench')) return { textbook: null, commits: null };
  await bench.owner.pool.query(schema);
  return {
    textbook: runPgbench(bench, { script: textbook, seconds }),
    commits: runPgbench(bench, { script: bareCommit, seconds }),
  };
};

const runPgbench = (
  { folder, owner }: BenchServer,
  { script, seconds }: { script: string; seconds: number },
): number => {
  const file = join(folder, 'pgbench.sql');
  writeFileSync(file, script.replaceAll(/^ {2}/gm, ''));
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(peerClients),
    '-j',
    '1',
    '-T',
    String(seconds),
    '-f',
    file,
  ];
  const output = execFileSync('pgbench', [...args, owner.connectionString], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const found = /tps = ([\d.]+)/.exec(output);
  if (found === null) throw new Error(`pgbench printed no rate: ${output}`);
  return Number(found[1]);
};
