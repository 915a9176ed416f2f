import { afterAll, expect, test } from 'vitest';
import { signIn } from '../api/api.ts';
import { expectExact } from '../nation/expect-exact.ts';
import { loadNation } from '../nation/load-nation.ts';
import { electionCode, stationCodes } from '../nation/nation-shape.ts';
import { presidentSheets } from '../nation/president-sheets.ts';
import { notAccepted, sendSheets } from '../nation/send-sheets.ts';
import { expectPresent, readTopic, reported, watchTopic } from '../nation/watch-topic.ts';
import { administrator, openInstallation } from '../program/installation.ts';
import { getPostmaster } from '../program/postmaster.ts';

const shape = { regions: 3, districtsPerRegion: 4, stationsPerDistrict: 60 };
const sheets = [...presidentSheets(stationCodes(shape))];
const installation = await openInstallation();
afterAll(() => installation.close());
const left = await installation.start();
const { connectionString } = getPostmaster(installation.dataDir);
const right = await installation.start({ DATABASE_URL: connectionString });
const servers = [await signIn(left.url, administrator), await signIn(right.url, administrator)];
await loadNation(servers[0] as (typeof servers)[number], shape);

test('two processes on one PostgreSQL come to the same totals and show the same state', async () => {
  const topic = `map:${electionCode}/president:national`;
  const screens = [left, right].map(({ url }) => ({ url, screen: watchTopic(url, topic) }));
  // Each half goes to both in turn, and the whole a second time at the same moment: whoever comes second gets the answer
  // of the first, whichever process gave it.
  const [once, again] = await Promise.all([
    sendSheets({ servers, sheets }),
    sendSheets({ servers: servers.toReversed(), sheets }),
  ]);
  expect([notAccepted(once), notAccepted(again)]).toEqual([[], []]);
  const ids = (sent: typeof once) => [...sent.final].map(([key, { body }]) => [key, body['sheetId']]);
  expect(Object.fromEntries(ids(again))).toEqual(Object.fromEntries(ids(once)));
  for (const { url, screen } of screens) {
    await expectPresent(screen, { url, topic, known: reported(sheets.length) });
    await expectExact({ url, dataDir: installation.dataDir }, sheets);
    screen.close();
  }
  expect(await readTopic(right.url, topic)).toEqual(await readTopic(left.url, topic));
});

test('an election that is changed through one process is changed in the other', async () => {
  const [first, second] = servers as [(typeof servers)[number], (typeof servers)[number]];
  const screen = watchTopic(second.url, 'elections');
  await first.send('POST', `/elections/${electionCode}/transitions/close-counting`, {});
  const known = { items: { [electionCode]: { state: 'provisional' } } };
  await expectPresent(screen, { url: first.url, topic: 'elections', known });
  screen.close();
});
