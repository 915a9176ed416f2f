import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { signIn } from '../api/api.ts';
import { loadNation } from '../nation/load-nation.ts';
import { electionCode, stationCodes } from '../nation/nation-shape.ts';
import { presidentSheets } from '../nation/president-sheets.ts';
import { notAccepted, sendSheets } from '../nation/send-sheets.ts';
import { expectPresent, readTopic, watchTopic } from '../nation/watch-topic.ts';
import { administrator, openInstallation } from '../program/installation.ts';

const shape = { regions: 3, districtsPerRegion: 16, stationsPerDistrict: 40 };
const sheets = [...presidentSheets(stationCodes(shape))];
const installation = await openInstallation();
afterAll(() => installation.close());
const { url, program } = await installation.start();
const admin = await signIn(url, administrator);
await loadNation(admin, shape);

/** Every station of the nation in one state: about a megabyte. */
const topic = `map:${electionCode}/president:national@station`;
const readers = 30;

interface SlowReader {
  readonly socket: WebSocket;
  readonly received: { op: string; seq: number; data: unknown }[];
  /** Asks for the whole state once more, without reading any of it. */
  ask(): void;
}

const openSlowReader = async (): Promise<SlowReader> => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, { perMessageDeflate: false });
  const received: SlowReader['received'] = [];
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString())));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.pause();
  return {
    socket,
    received,
    ask: () => {
      socket.send(JSON.stringify({ op: 'unsubscribe', topic }));
      socket.send(JSON.stringify({ op: 'subscribe', topic }));
    },
  };
};

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

test('readers that stop reading cost the server little, and skip to the newest state when they go on', async () => {
  const healthy = watchTopic(url, topic);
  const districts = Array.from(
    { length: 16 },
    (_, at) => `map:${electionCode}/president:district:L-1-${at + 1}`,
  );
  const others = districts.map((name) => watchTopic(url, name));
  const warm = await sendSheets({ servers: [admin], sheets: sheets.slice(0, 200) });
  await expectPresent(healthy, { url, topic });
  const stateBytes = JSON.stringify(await readTopic(url, topic)).length;
  const before = residentMegabytes(program.pid);

  const slow = await Promise.all(Array.from({ length: readers }, openSlowReader));
  const sent = await sendSheets({
    servers: [admin],
    sheets: sheets.slice(200),
    answered: (count) => {
      if (count % 100 === 0) for (const reader of slow) reader.ask();
    },
  });
  expect([notAccepted(warm), notAccepted(sent)]).toEqual([[], []]);
  await expectPresent(healthy, { url, topic });
  const grown = residentMegabytes(program.pid) - before;
  console.info({
    grown,
    before,
    stateBytes,
    changes: healthy.changes(),
    others: others.map((o) => o.changes()),
  });
  healthy.close();
  for (const other of others) other.close();
  for (const { socket } of slow) socket.terminate();
});
