import { execFileSync } from 'node:child_process';
import type { BatchLine } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { signIn } from '../api/api.ts';
import { loadNation } from '../nation/load-nation.ts';
import { electionCode, stationCodes } from '../nation/nation-shape.ts';
import { presidentSheets } from '../nation/president-sheets.ts';
import { notAccepted, sendSheets } from '../nation/send-sheets.ts';
import { expectPresent, reported, watchTopic } from '../nation/watch-topic.ts';
import { administrator, openInstallation } from '../program/installation.ts';
import { openSlowReader } from './slow-reader.ts';

const shape = { regions: 4, districtsPerRegion: 10, stationsPerDistrict: 40 };
const slowReaders = 40;
const warmUp = 200;
/** Two sheets of each district. */
const round = 80;

/** Every district has news all the time. */
const inTurn = (a: BatchLine, b: BatchLine): number =>
  Number(a.station.split('-')[3]) - Number(b.station.split('-')[3]);
const sheets = [...presidentSheets(stationCodes(shape))].toSorted(inTurn);

const installation = await openInstallation();
afterAll(() => installation.close());
const { url, program } = await installation.start();
const admin = await signIn(url, administrator);
await loadNation(admin, shape);

const map = `map:${electionCode}/president`;
/** Every station of the nation in one state: about 360 KB. */
const whole = `${map}:national@station`;
const districts = [...new Set(sheets.map(({ station }) => station.replace(/-\d+$/, '')))];
const topics = [whole, ...districts.map((district) => `${map}:district:${district}`)];

const residentMegabytes = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

test('readers that stop reading cost the server little, and skip to the newest state when they go on', async () => {
  const healthy = topics.map((topic) => watchTopic(url, topic));
  const [screen] = healthy as [(typeof healthy)[number]];
  const warm = await sendSheets({ servers: [admin], sheets: sheets.slice(0, warmUp) });
  await expectPresent(screen, { url, topic: whole, known: reported(warmUp) });
  const before = residentMegabytes(program.pid);

  const slow = await Promise.all(Array.from({ length: slowReaders }, () => openSlowReader(url)));
  for (const reader of slow) reader.ask(topics);
  expect(notAccepted(warm)).toEqual([]);
  for (let from = warmUp; from < sheets.length; from += round) {
    const sent = await sendSheets({
      servers: [admin],
      sheets: sheets.slice(from, from + round),
      // The whole state for each reader each time: together more than 500 MB, were it kept for them.
      answered: (count) => {
        if (count % 35 === 0) for (const reader of slow) reader.ask([whole]);
      },
    });
    expect(notAccepted(sent)).toEqual([]);
    // The screens are up to date before the next round, so that a fast machine makes no fewer updates than a slow one.
    await expectPresent(screen, {
      url,
      topic: whole,
      known: reported(Math.min(from + round, sheets.length)),
    });
  }
  const changes = healthy.reduce((sum, one) => sum + one.changes(), 0);
  expect(changes).toBeGreaterThan(500);
  const grown = residentMegabytes(program.pid) - before;
  expect(grown).toBeLessThan(250);

  for (const reader of slow) reader.readOn();
  for (const reader of slow) {
    // A last update may come to both while it is waited for.
    await expect.poll(() => reader.newest.get(whole) === screen.state().seq).toBe(true);
    expect(reader.messages()).toBeLessThan(changes);
    reader.close();
  }
  for (const one of healthy) one.close();
});
