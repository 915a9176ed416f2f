import { afterAll, expect, test } from 'vitest';
import { signIn } from '../api/api.ts';
import { expectExact } from '../nation/expect-exact.ts';
import { loadNation } from '../nation/load-nation.ts';
import { electionCode, stationCodes } from '../nation/nation-shape.ts';
import { presidentSheets } from '../nation/president-sheets.ts';
import { notAccepted, sendSheet, sendSheets } from '../nation/send-sheets.ts';
import { expectPresent, reported, watchTopic } from '../nation/watch-topic.ts';
import { administrator, openInstallation } from '../program/installation.ts';
import { getPostmaster } from '../program/postmaster.ts';

const shape = { regions: 3, districtsPerRegion: 4, stationsPerDistrict: 50 };
const sheets = [...presidentSheets(stationCodes(shape))];
const topic = `map:${electionCode}/president:national`;
const installation = await openInstallation();
afterAll(() => installation.close());
// The first one brings the PostgreSQL up and down with itself; the second one only uses it.
const keeper = await installation.start();
const { connectionString } = getPostmaster(installation.dataDir);
const guest = await installation.start({ DATABASE_URL: connectionString });
const admin = await signIn(guest.url, administrator);
await loadNation(admin, shape);

test('a PostgreSQL that is stopped for a while and comes back is missed by nobody', async () => {
  const screen = watchTopic(guest.url, topic);
  const half = sheets.length / 2;
  let back: Promise<unknown> | undefined;
  const sent = await sendSheets({
    servers: [admin],
    sheets,
    answered: (count) => {
      if (count === half) void keeper.program.kill('SIGINT');
    },
    // Everybody has met the closed door before it opens again.
    passed: () => {
      back ??= keeper.program.ended.then(() => lookAround()).then(() => installation.start());
    },
  });
  await back;
  expect(await keeper.program.ended).toEqual({ code: 0, signal: null });
  expect(sent.passing.filter(({ status, headers }) => status !== 503 || !headers.get('retry-after'))).toEqual(
    [],
  );
  expect(notAccepted(sent)).toEqual([]);
  await expectExact({ url: guest.url, dataDir: installation.dataDir }, sheets);
  await expectPresent(screen, { url: guest.url, topic, known: reported(sheets.length) });
  screen.close();
  expect((await fetch(`${guest.url}/readyz`)).status).toBe(200);
});

/** While the database is away: the process lives, is not ready, and says so everywhere in the same words. */
const lookAround = async (): Promise<void> => {
  expect((await fetch(`${guest.url}/healthz`)).status).toBe(200);
  const asked = [
    admin.ask('/../../readyz'),
    admin.ask(`/elections/${electionCode}/results/sheets`),
    sendSheet(admin, { ...(sheets[0] as (typeof sheets)[number]), key: 'while-away' }),
  ];
  for (const { status, headers, body } of await Promise.all(asked)) {
    expect(body).toMatchObject({ status: 503, code: 'unavailable' });
    expect(status).toBe(503);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
};
