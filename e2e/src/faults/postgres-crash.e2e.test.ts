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

const shape = { regions: 3, districtsPerRegion: 4, stationsPerDistrict: 100 };
const sheets = [...presidentSheets(stationCodes(shape))];
const topic = `map:${electionCode}/president:national`;
const installation = await openInstallation();
afterAll(() => installation.close());
const { url, program } = await installation.start();
const admin = await signIn(url, administrator);
await loadNation(admin, shape);

test('PostgreSQL killed under load: 503 with Retry-After, recovery without a restart, exact totals', async () => {
  const screen = watchTopic(url, topic);
  const before = getPostmaster(installation.dataDir);
  const sent = await sendSheets({
    servers: [admin],
    sheets,
    answered: (count) => {
      if (count === 400) process.kill(before.pid, 'SIGKILL');
    },
  });
  expect(sent.passing.length).toBeGreaterThan(0);
  for (const { status, headers, body } of sent.passing) {
    expect(status).toBe(503);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body).toMatchObject({ code: 'unavailable', status: 503, requestId: expect.any(String) });
  }
  expect(notAccepted(sent)).toEqual([]);
  const after = getPostmaster(installation.dataDir);
  expect(after.pid).not.toBe(before.pid);
  await expectExact({ url, dataDir: installation.dataDir }, sheets);
  await expectPresent(screen, { url, topic, known: reported(sheets.length) });
  screen.close();
  expect(await program.kill('SIGINT')).toEqual({ code: 0, signal: null });
});
