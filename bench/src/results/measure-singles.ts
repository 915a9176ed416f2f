import { atLeast, type Peer, type Row, ratioWithin, row } from '../report/row.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { cpuOf } from '../running/process-cost.ts';
import type { LoadedGhana } from './load-ghana.ts';
import { measurePeers, peerClients } from './peer-database.ts';
import { type PostReport, postSheets } from './post-sheets.ts';

const inFlight = 64;
const peerSeconds = 4;

/** Windows of the night, in sheets: ten times as many have reported in the middle of `late` as in that of `early`. */
const early = { from: 2_000, count: 3_500 };
const late = { from: 35_750, count: 3_500 };

interface Part extends PostReport {
  /** Processor time of server and PostgreSQL, in seconds. */
  readonly cpu: number;
}

/** Single POSTs of Ghana's presidential night, beside the textbook design and the disk's own limit. */
export const measureSingles = async (bench: BenchServer, ghana: LoadedGhana): Promise<Row[]> => {
  await postSheets(bench, ghana.warmUp, { from: 0, count: ghana.warmUp.count, inFlight });
  // What warmed the program up must not be there when little has reported.
  await bench.owner.pool.query('truncate sheet, tally, timeline cascade');
  const between = early.from + early.count;
  const afterLate = late.from + late.count;
  const send = (from: number, count: number) => sendPart(bench, ghana, { from, count });
  const parts: Part[] = [];
  parts.push(await send(0, early.from));
  const first = await send(early.from, early.count);
  parts.push(first, await send(between, late.from - between));
  const last = await send(late.from, late.count);
  parts.push(last, await send(afterLate, ghana.requests.count - afterLate));
  await bench.owner.pool.query('checkpoint');
  const peers = await measurePeers(bench, peerSeconds);
  return [...rateRows(parts, peers), ...flatRows(first, last)];
};

const sendPart = async (
  bench: BenchServer,
  ghana: LoadedGhana,
  { from, count }: { from: number; count: number },
): Promise<Part> => {
  const before = cpuOf(bench);
  const report = await postSheets(bench, ghana.requests, { from, count, inFlight });
  return { ...report, cpu: cpuOf(bench) - before };
};

const rateRows = (
  parts: readonly Part[],
  peers: { textbook: number | null; commits: number | null },
): Row[] => {
  const sum = (pick: (part: Part) => number): number => parts.reduce((total, part) => total + pick(part), 0);
  const rate = sum((part) => part.created) / sum((part) => part.seconds);
  const p99 = Math.max(...parts.map((part) => part.p99));
  const missing = peers.textbook === null ? 'pgbench is not installed (Debian: postgresql-contrib)' : null;
  const note = missing ?? `peers run by pgbench with ${peerClients} connections`;
  const figure = { bench: 'singles', metric: 'sheets a second, single POSTs', value: rate, unit: '/s', note };
  const cpu = (sum((part) => part.cpu) / sum((part) => part.created)) * 1e6;
  const peer = (name: string, value: number | null): Peer => ({ name, value });
  return [
    row(figure, peer('textbook: insert + hot counters', peers.textbook), atLeast(6_000, '/s')),
    row(figure, peer('limit: bare fsynced inserts', peers.commits), null),
    row(
      { bench: 'singles', metric: 'CPU of a sheet, server and PostgreSQL', value: cpu, unit: 'µs' },
      null,
      null,
    ),
    row(
      { bench: 'singles', metric: 'answer after the commit, p99 of the worst part', value: p99, unit: 'ms' },
      null,
      null,
    ),
  ];
};

const flatRows = (first: Part, last: Part): Row[] => {
  const cost = (part: Part): number => (part.cpu / part.created) * 1e6;
  const time = (part: Part): number => (part.seconds / part.created) * 1e6;
  const against = 'when a tenth had reported';
  const flat = ratioWithin(0.9, 1.1, 'flat: 0.9–1.1 ×');
  const note = 'below 1 ×: later sheets were cheaper than early ones';
  const figure = (metric: string, value: number) => ({ bench: 'flatness', metric, value, unit: 'µs', note });
  return [
    row(
      figure('CPU of one more sheet, 10 × more reported', cost(last)),
      { name: against, value: cost(first) },
      flat,
    ),
    row(
      figure('time of one more sheet, 10 × more reported', time(last)),
      { name: against, value: time(first) },
      null,
    ),
  ];
};
