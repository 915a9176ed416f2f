import { setTimeout as delay } from 'node:timers/promises';
import { atMost, type Row, row } from '../report/row.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { residentBytes } from '../running/process-cost.ts';
import type { RunningProcess } from '../running/start-process.ts';
import { subscription, watchSockets } from './watch-sockets.ts';

const sockets = 8_000;
const first = 500;

/**
 * Growth of resident memory per socket that watches a public map on which nothing happens. On a fresh process: one
 * that has loaded a register holds room that it would fill first, and the growth would look like nothing.
 */
export const measureMemory = async (bench: BenchServer, topic: string): Promise<Row[]> => {
  const server = await bench.startAnother();
  try {
    // Code and caches that the first sockets bring in are not growth per socket.
    await residentWith(server, topic, first);
    await delay(1_000);
    const before = residentBytes(server.pid);
    const kilobytes = ((await residentWith(server, topic, sockets)) - before) / sockets / 1024;
    const metric = 'resident memory of an idle socket that watches, 8,000 of them';
    return [row({ bench: 'memory', metric, value: kilobytes, unit: 'KB' }, null, atMost(16, 'KB'))];
  } finally {
    await server.stop();
  }
};

const residentWith = async (server: RunningProcess, topic: string, count: number): Promise<number> => {
  const message = subscription(topic);
  const watching = watchSockets({ port: server.port, path: '/live', sockets: count, seconds: 4, message });
  await watching.started;
  await delay(3_000);
  const bytes = residentBytes(server.pid);
  await watching.report;
  return bytes;
};
