import { fileURLToPath } from 'node:url';
import nodeFlags from '../../../scripts/setup/node-flags.json' with { type: 'json' };
import { type Row, ratioWithin, row } from '../report/row.ts';
import { compileNative } from '../running/compile-native.ts';
import { freePort } from '../running/free-port.ts';
import { cpuSeconds, cpuSecondsBelow } from '../running/process-cost.ts';
import { type RunningProcess, startProcess } from '../running/start-process.ts';
import { topic } from './bench-topic.ts';
import { nchanMissing, publishToNchan, startNchan } from './nginx-nchan.ts';
import { subscription, watchSockets } from './watch-sockets.ts';

const sockets = 8_000;
const frameBytes = 512;
const hz = 2;
const seconds = 8;

interface Contender {
  start(port: number): Promise<RunningProcess>;
  readonly path: string;
  readonly message?: string;
  /** Fewer where so many are more than it can bear. */
  readonly sockets?: number;
  publish?(port: number): () => void;
}

const node = (file: string) => (port: number) =>
  startProcess({
    command: process.execPath,
    args: [
      ...nodeFlags,
      fileURLToPath(new URL(file, import.meta.url)),
      String(port),
      String(frameBytes),
      String(hz),
    ],
    port,
  });

const contenders = {
  hub: { start: node('./hub-server.ts'), path: '/live', message: subscription(topic) },
  bareSend: {
    start: (port: number) =>
      startProcess({
        command: compileNative('bare-send'),
        args: [String(port), String(frameBytes), String(hz)],
        port,
      }),
    path: '/',
  },
  nchan: {
    start: startNchan,
    path: '/live',
    publish: (port: number) => publishToNchan(port, frameBytes, hz),
  },
  socketIo: {
    start: node('./socket-io-server.ts'),
    path: '/socket.io/?EIO=4&transport=websocket',
    message: '40',
  },
} satisfies Record<string, Contender>;

/** Processor time per delivered frame of the hub and its peers, one after the other, twice round. */
export const measureFanOut = async (): Promise<Row[]> => {
  const missing = nchanMissing();
  const hub = [await costOf(contenders.hub)];
  const bare = [await costOf(contenders.bareSend)];
  const nchan = missing === null ? await costOf(contenders.nchan) : null;
  const socketIo = await costOf(contenders.socketIo);
  bare.push(await costOf(contenders.bareSend));
  hub.push(await costOf(contenders.hub));
  const figure = {
    bench: 'fan-out',
    metric: 'CPU per delivery, 8,000 sockets, 512 bytes',
    value: mean(hub),
    unit: 'µs',
  };
  const note = missing === null ? {} : { note: missing };
  const atMost = ratioWithin(0, 1.3, '≤ 1.3 × bare send()');
  return [
    row(figure, { name: 'floor: bare send() in C', value: mean(bare) }, atMost),
    row(
      { ...figure, ...note },
      { name: 'nginx + nchan', value: nchan },
      ratioWithin(0, 1, '< 1 × nginx + nchan'),
    ),
    row(figure, { name: 'Socket.IO', value: socketIo }, null),
  ];
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const costOf = async (contender: Contender): Promise<number> => {
  const port = await freePort();
  const server = await contender.start(port);
  const stopPublishing = contender.publish?.(port);
  try {
    const { path, message } = contender;
    const watching = watchSockets({
      ...{ port, path, sockets: contender.sockets ?? sockets, seconds },
      ...(message === undefined ? {} : { message }),
    });
    await watching.started;
    const before = used(server.pid);
    const { frames } = await watching.report;
    if (frames === 0) throw new Error(`nothing was delivered on ${path}`);
    return ((used(server.pid) - before) / frames) * 1e6;
  } finally {
    stopPublishing?.();
    await server.stop();
  }
};

const used = (pid: number): number => cpuSeconds(pid) + cpuSecondsBelow(pid);
