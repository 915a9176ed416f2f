// `npm start` on a folder that was used before: the night goes on where it stopped, and one that is over stays over.
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Nation, NationEvent } from '@comitium/demo';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../testing/test-nation.ts';
import { correspondentEmail, ensurePeople } from './demo-accounts.ts';
import { playNight } from './play-night.ts';

const db = await createTestDatabase();
const bed = await openTestApp(db);
await openTestElection(bed, { shape: [1, 1, 120] });
const election = await bed.app.elections.book.find('e');
const areaId = election?.register.ids[election.register.find('L-1') ?? -1] ?? null;
const password = 'a long enough phrase';
await ensurePeople(
  bed.app.platform,
  [
    { email: 'desk@comitium.example', name: 'Desk', grants: [{ role: 'data_admin' }] },
    {
      email: correspondentEmail('L-1'),
      name: 'One',
      grants: [{ role: 'correspondent', electionId: election?.id ?? null, areaId }],
    },
  ],
  password,
);
// Rights begin when they were given.
bed.time.now = new Date();
const url = await bed.app.server.listen({ port: 0, host: '127.0.0.1' });
const dataDir = await mkdtemp(join(tmpdir(), 'comitium-night-'));
afterAll(async () => {
  await bed.close();
  await rm(dataDir, { recursive: true });
});

/** Sheets and corrections that the server has answered. */
let answered = 0;
let stopAfter = Number.POSITIVE_INFINITY;
let stopping = new AbortController();
bed.app.server.server.on('request', ({ url: asked }: IncomingMessage, answer: ServerResponse) => {
  if (!asked?.includes('/results/')) return;
  answer.on('finish', () => {
    answered += 1;
    if (answered >= stopAfter) stopping.abort();
  });
});

/** A hundred and twenty stations; every tenth sends a sum that does not add up, which the desk corrects a little later. */
function* night({ minutes }: { minutes: number }): Generator<NationEvent> {
  const late: NationEvent[] = [];
  for (let n = 1; n <= 120; n += 1) {
    const atMs = Math.floor((n / 180) * minutes * 60_000);
    const sheet = presidentSheet(`L-1-1-${n}`, { ama: 100 + n, kofi: 50, esi: 7 });
    const event = { atMs, key: `${n}:1`, district: 'L-1', kind: 'submit', sheet } as const;
    if (n % 10 !== 0) yield event;
    else {
      yield { ...event, kind: 'held', sheet: { ...sheet, cast: 99 } };
      const correctedAt = Math.floor(((n + 50) / 180) * minutes * 60_000);
      late.push({ ...event, kind: 'correct', key: `${n}:2`, atMs: correctedAt, reason: 'Misread.' });
    }
  }
  yield* late;
}

const nation: Nation = {
  ...{ code: 'land', name: 'Land', registers: [], previous: [], boundaries: [], notes: [] },
  election: {
    body: { code: 'e', name: 'E', kind: 'general', register: 'e-register', pollingDate: '2024-12-07' },
    ballots: { parties: [], races: [], contests: [] },
    sheetCount: 120,
    sheets: () => [],
  },
  correspondents: [{ area: 'L-1', name: 'One' }],
  night,
};

const stored = async () => {
  const { rows } = await db.pool.query<{ sheets: number; held: number; revisions: number }>(
    `select count(*)::int as sheets, count(*) filter (where status = 'held')::int as held,
       sum(revision)::int as revisions from sheet`,
  );
  return rows[0];
};

/** One start of the program: what it says, and how much is answered. */
const play = async ({
  most = Number.POSITIVE_INFINITY,
  plan = night,
} = {}): Promise<{ said: string[]; answered: number }> => {
  const said: string[] = [];
  answered = 0;
  stopAfter = most;
  stopping = new AbortController();
  const options = { country: 'ghana', minutes: 0, data: '', night: true } as const;
  const say = (line: string): void => void said.push(line);
  await playNight({
    app: bed.app,
    url,
    dataDir,
    nation: { ...nation, night: plan },
    options,
    password,
    say,
    signal: stopping.signal,
  });
  return { said, answered };
};

test('a night that is interrupted goes on at the next start, without what has come already', async () => {
  const first = await play({ most: 40 });
  expect(first.said).toEqual(['The night begins: 120 sheets in 0 minutes.']);
  const before = (await stored())?.sheets ?? 0;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(120);
  const second = await play();
  expect(second.said).toEqual([
    expect.stringMatching(/^The night of e goes on where it stopped; still to come: \d+\.$/),
    'The night is over; every sheet is in.',
  ]);
  expect(await stored()).toEqual({ sheets: 120, held: 0, revisions: 132 });
  // What was left of 132 messages, and at most the first sheets of the twelve corrections once more.
  expect(second.answered).toBeLessThanOrEqual(132 - before + 12);
});

test('what the server refuses is told at the end, and for good means that it is not still to come', async () => {
  const more = function* (options: { minutes: number }): Generator<NationEvent> {
    const sheet = presidentSheet('L-9', { ama: 1, kofi: 2, esi: 3 });
    yield* night(options);
    yield { atMs: 0, kind: 'submit', key: 'nowhere:1', district: 'L-1', sheet };
  };
  const { said, answered: count } = await play({ plan: more });
  expect(said).toEqual([
    'The night of e goes on where it stopped; still to come: 1.',
    expect.stringMatching(/^The night is over; 1 of its messages were refused, such as nowhere:1: .*L-9/),
  ]);
  expect(count).toBe(1);
  expect(await play({ plan: more })).toEqual({
    said: [
      'The night of e is over, nothing is sent again (messages refused for good: 1); the live map shows how it ended.',
    ],
    answered: 0,
  });
});

test('a night that is over says so in one sentence at every further start, and sends nothing', async () => {
  const over = {
    said: ['The night of e is over, nothing is sent again; the live map shows how it ended.'],
    answered: 0,
  };
  expect(await play()).toEqual(over);
  // A sheet that a person has rejected since does not begin the night anew.
  await db.pool.query(
    "update sheet set status = 'rejected' where station_id = (select id from area where code = 'L-1-1-7')",
  );
  expect(await play()).toEqual(over);
  // Nor does an election that takes no sheets, whatever is missing.
  await db.pool.query("update election set state = 'certified' where code = 'e'");
  await db.pool.query("update sheet set revision = 1, status = 'held' where revision = 2");
  bed.app.elections.book.invalidateAll();
  expect(await play()).toEqual(over);
});
