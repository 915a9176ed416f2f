// `comitium simulate` run again: the server is asked for what it has, and only the rest is sent.
import { unwrap } from '@comitium/basics';
import { type Nation, type NationEvent, type ResumedNight, resumeNight } from '@comitium/demo';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../testing/test-nation.ts';

const bed = await openTestApp(await createTestDatabase());
await openTestElection(bed, { shape: [1, 1, 130] });
await bed.addPerson('desk@x.example', { role: 'data_admin' });
await bed.addPerson('one@x.example', { role: 'correspondent', scope: { election: 'e', area: 'L-1' } });
const url = await bed.app.server.listen({ port: 0, host: '127.0.0.1' });
afterAll(() => bed.close());

/** More stations than a page of sheets holds; the first one's sum does not add up and is corrected at the end. */
function* night({ minutes }: { minutes: number }): Generator<NationEvent> {
  for (let n = 1; n <= 130; n += 1) {
    const sheet = presidentSheet(`L-1-1-${n}`, { ama: 100 + n, kofi: 50, esi: 7 });
    const event = { atMs: n * minutes, key: `${n}:1`, district: 'L-1', sheet } as const;
    yield n === 1 ? { ...event, kind: 'held', sheet: { ...sheet, cast: 9 } } : { ...event, kind: 'submit' };
  }
  const sheet = presidentSheet('L-1-1-1', { ama: 101, kofi: 50, esi: 7 });
  yield { atMs: 131 * minutes, key: '1:2', kind: 'correct', district: 'L-1', sheet, reason: 'Misread.' };
}

const nation: Nation = {
  ...{ code: 'land', name: 'Land', registers: [], previous: [], boundaries: [], notes: [] },
  election: {
    body: { code: 'e', name: 'E', kind: 'general', register: 'e-register', pollingDate: '2024-12-07' },
    ballots: { parties: [], races: [], contests: [] },
    sheetCount: 130,
    sheets: () => [],
  },
  correspondents: [{ area: 'L-1', name: 'One' }],
  night,
};

/** One run of the command: what it was told is left, and what came of it. */
const run = async (more: Partial<ResumedNight> = {}) => {
  const told: object[] = [];
  const password = 'a long enough phrase';
  const report = await resumeNight({
    ...{ url, nation, minutes: 0, concurrency: 4 },
    correspondent: () => ({ email: 'one@x.example', password }),
    dataAdmin: { email: 'desk@x.example', password },
    onRest: (rest) => void told.push(rest),
    ...more,
  });
  return { report, told };
};

test('a second run sends only the rest, and a third one nothing', async () => {
  const abort = new AbortController();
  const first = await run({
    signal: abort.signal,
    onProgress: ({ answered }) => (answered >= 110 ? abort.abort() : undefined),
  });
  expect(first.told).toEqual([{ planned: 131, left: 131, givenUp: 0 }]);
  const { accepted, held } = unwrap(first.report);
  expect(held).toBe(1);
  const second = await run();
  // An answer that the abort cut off is of a sheet that may have arrived.
  const [{ left } = { left: 0 }] = second.told as { left: number }[];
  expect(left).toBeLessThanOrEqual(131 - accepted - held);
  expect(left).toBeGreaterThan(131 - accepted - held - 5);
  // The held sheet is asked for once more, so that its correction knows it.
  const rest = unwrap(second.report);
  expect(rest).toMatchObject({
    answered: left + 1,
    accepted: left - 1,
    replayed: 1,
    corrected: 1,
    refused: 0,
  });
  const third = await run();
  expect(third.told).toEqual([{ planned: 131, left: 0, givenUp: 0 }]);
  expect(unwrap(third.report)).toMatchObject({ ended: 'complete', answered: 0 });
});

test('an election that the server does not have is a failure in its words', async () => {
  const nowhere = {
    ...nation,
    election: { ...nation.election, body: { ...nation.election.body, code: 'none' } },
  };
  const { report, told } = await run({ nation: nowhere });
  expect(report).toMatchObject({
    ok: false,
    error: { code: 'refused', status: 404, detail: 'There is no election none.' },
  });
  expect(told).toEqual([]);
});
