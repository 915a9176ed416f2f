import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { atMost, below, type Row, row } from '../report/row.ts';
import type { LoadedGhana } from '../results/load-ghana.ts';
import { postSheets } from '../results/post-sheets.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { delays, readArrivals } from './delays.ts';
import { subscription, watchSockets } from './watch-sockets.ts';

const sockets = 5_000;
/** Longer than the sending takes, for a machine that has other things to do. */
const seconds = 16;
const perSecond = 500;
const sending = 10;

/** From the answer to a sheet until the last of 5,000 screens shows a total that has it in. */
export const measureScreens = async (
  bench: BenchServer,
  ghana: LoadedGhana,
  topic: string,
): Promise<Row[]> => {
  await postSheets(bench, ghana.warmUp, { from: 0, count: 4_000, inFlight: 16 });
  const message = subscription(topic);
  const watching = watchSockets({ port: bench.server.port, path: '/live', sockets, seconds, message });
  await watching.started;
  const timesFile = join(bench.folder, 'accepted-at');
  await postSheets(bench, ghana.requests, {
    ...{ from: 0, count: perSecond * sending, inFlight: 64, perSecond, timesFile },
  });
  await watching.report;
  const accepted = readFileSync(timesFile, 'utf8').trim().split('\n').map(Number);
  const log = readArrivals(readFileSync(watching.logFile, 'utf8'));
  const found = delays(accepted, log, sockets);
  if (found.length < accepted.length * 0.95) {
    throw new Error(
      `${accepted.length - found.length} of ${accepted.length} sheets were not seen by every screen`,
    );
  }
  const sorted = found.toSorted((a, b) => a - b);
  const at = (share: number): number => (sorted[Math.floor(sorted.length * share)] ?? 0) * 1000;
  const largest = log.messages.reduce((most, one) => (one.length > most.length ? one : most), '');
  const figure = { bench: 'screens', unit: 'ms' };
  return [
    row(
      { ...figure, metric: 'accepted → on the last of 5,000 screens, 500 sheets/s, p99', value: at(0.99) },
      { name: 'limit: 4 Hz conflation alone', value: 250 },
      below(400, 'ms'),
    ),
    row({ ...figure, metric: 'the same, median', value: at(0.5) }, null, null),
    row(
      { bench: 'screens', metric: 'largest update', value: Buffer.byteLength(largest) / 1024, unit: 'KB' },
      { name: 'as browsers get it, deflated', value: deflateRawSync(largest).length / 1024 },
      atMost(4, 'KB'),
    ),
  ];
};
