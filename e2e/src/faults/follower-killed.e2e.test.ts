import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { signIn } from '../api/api.ts';
import { expectExact } from '../nation/expect-exact.ts';
import { loadNation } from '../nation/load-nation.ts';
import { electionCode, stationCodes } from '../nation/nation-shape.ts';
import { presidentSheets } from '../nation/president-sheets.ts';
import { notAccepted, sendSheets } from '../nation/send-sheets.ts';
import { expectPresent, reported, watchTopic } from '../nation/watch-topic.ts';
import { administrator, openInstallation } from '../program/installation.ts';
import { getPostmaster } from '../program/postmaster.ts';

const shape = { regions: 3, districtsPerRegion: 4, stationsPerDistrict: 50 };
const sheets = [...presidentSheets(stationCodes(shape))];
const installation = await openInstallation();
afterAll(() => installation.close());
const { url } = await installation.start();
const admin = await signIn(url, administrator);
await loadNation(admin, shape);
const { connectionString } = getPostmaster(installation.dataDir);
const database = new pg.Client({ connectionString, application_name: 'e2e' });
await database.connect();
afterAll(() => database.end());

/** Cuts the sessions of the program off: the listener alone, or with every other one, the owner's lock too. */
const cut = async (applications: string): Promise<number> => {
  const { rowCount } = await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name like $1 and pid <> pg_backend_pid()`,
    [applications],
  );
  return rowCount ?? 0;
};

const places = [
  ['national', 600],
  ['region:L-2', 200],
  ['district:L-3-4', 50],
] as const;

test('no update is lost on a screen when the connections of the followers are cut', async () => {
  const screens = places.map(([place, stations]) => {
    const topic = `map:${electionCode}/president:${place}`;
    return { topic, stations, screen: watchTopic(url, topic) };
  });
  const cuts: Promise<number>[] = [];
  const sent = await sendSheets({
    servers: [admin],
    sheets,
    answered: (count) => {
      if (count % 60 === 0) cuts.push(cut(count % 180 === 0 ? 'comitium%' : 'comitium ledger listener'));
    },
  });
  const counts = await Promise.all(cuts);
  // All ten times somebody was cut off, three times everybody.
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(3);
  expect(Math.max(...counts)).toBeGreaterThan(3);
  expect(notAccepted(sent)).toEqual([]);
  for (const { topic, stations, screen } of screens) {
    await expectPresent(screen, { url, topic, known: reported(stations) });
    expect(screen.changes()).toBeGreaterThan(2);
    screen.close();
  }
  await expectExact({ url, dataDir: installation.dataDir }, sheets);
});
