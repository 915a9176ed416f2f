// A recount finds what is wrong, whichever figure it is, and nothing where all is right.
import { randomUUID } from 'node:crypto';
import type { SheetReceipt } from '@comitium/contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';
import type { ElectionFacts } from '../elections/index.ts';

const db = await createTestDatabase();
const one = await openTestApp(db);
const admin = await one.addPerson('admin@x.example', { role: 'platform_administrator' });
const reviewer = await one.addPerson('reviewer@x.example', { role: 'platform_administrator' });
afterAll(() => one.close());

const facts = async (code: string): Promise<ElectionFacts> => {
  const election = await one.app.elections.book.find(code);
  if (election === null) throw new Error(`there is no ${code}`);
  return election;
};

const send = async (election: string, sheet: object): Promise<string> => {
  const answer = await one.send('POST', `/elections/${election}/results/polling-station`, {
    headers: { ...admin, 'idempotency-key': randomUUID() },
    body: sheet,
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<SheetReceipt>().sheetId;
};

beforeAll(async () => {
  let sheetId = '';
  for (const code of ['e', 'other']) {
    await openTestElection(one, { code, shape: [2, 2, 2] });
    for (const [at, station] of ['1-1-1', '1-1-2', '1-2-1', '2-2-2'].entries()) {
      const id = await send(code, presidentSheet(`L-${station}`, { ama: 100 + at, kofi: 90, esi: 7 }, at));
      if (code === 'e') sheetId = id;
    }
    await send(code, {
      station: 'L-1-1-1',
      contest: 'parliament-L-1',
      votes: { 'red-1': 120, 'blue-1': 70 },
      rejected: 1,
      cast: 191,
      registered: 500,
    });
  }
  const verified = await one.send('POST', `/elections/e/results/sheets/${sheetId}/verify`, {
    headers: { ...reviewer, 'idempotency-key': randomUUID() },
    body: { reason: 'compared with the photo' },
  });
  expect(verified.statusCode).toBeLessThan(300);
});

let kept: string | undefined;
afterEach(async () => {
  if (kept === undefined) return;
  await db.pool.query('delete from tally');
  await db.pool.query('insert into tally select * from jsonb_populate_recordset(null::tally, $1)', [kept]);
  kept = undefined;
});

/** What no command does; afterwards the totals are put back. */
const tamper = async (statement: string): Promise<void> => {
  const before = await db.pool.query<{ rows: string }>('select jsonb_agg(tally)::text as rows from tally');
  kept = before.rows[0]?.rows;
  const { rowCount } = await db.pool.query(statement);
  expect(rowCount).toBeGreaterThan(0);
  expect(kept?.length).toBeGreaterThan(100);
};

const areaIs = (code: string): string =>
  `area_id = (select id from area where code = '${code}' and register_id = (select register_id from election where code = 'e'))`;

const raceIs = (code: string): string =>
  `race_id = (select race.id from race join election on election.id = election_id where race.code = '${code}' and election.code = 'e')`;

test.each([true, false])(
  'right totals have no differences, in any basis, and other elections are left out; in a thread: %s',
  async (inThread) => {
    const parts: string[] = [];
    const report = await one.app.results.recount(await facts('e'), {
      onProgress: ({ table }) => parts.push(table),
      inThread,
    });
    expect(report).toMatchObject({ election: 'e', sheets: 5, differences: [] });
    expect(report.totals).toBeGreaterThan(10);
    expect(new Set(parts)).toEqual(new Set(['sheet', 'tally']));
  },
);

test('a wrong figure is named with what is stored and what was counted', async () => {
  await tamper(
    `update tally set votes[2] = votes[2] + 5, stations = stations - 1 where basis = 0 and ${areaIs('L-1')} and ${raceIs('president')}`,
  );
  const { differences } = await one.app.results.recount(await facts('e'), { inThread: true });
  expect(differences).toEqual([
    { race: 'president', area: 'L-1', basis: 'provisional', figure: 'votes.1', stored: 275, counted: 270 },
    { race: 'president', area: 'L-1', basis: 'provisional', figure: 'stations', stored: 2, counted: 3 },
  ]);
  expect((await one.app.results.recount(await facts('other'))).differences).toEqual([]);
});

test('what the last recount found is told by every process, and stands until the next one', async () => {
  const other = await openTestApp(db);
  const told = async (name: string): Promise<string | undefined> => {
    const { body } = await other.send('GET', '//metrics');
    return body.split('\n').find((line) => line.startsWith(`comitium_recount_${name}{election="e"}`));
  };
  try {
    one.time.now = new Date('2028-11-08T03:15:20Z');
    await one.app.results.recount(await facts('e'));
    expect(await told('differences')).toBe('comitium_recount_differences{election="e"} 0');
    await tamper(
      `update tally set stations = stations - 1 where ${areaIs('L-1')} and ${raceIs('president')}`,
    );
    expect(await told('differences')).toBe('comitium_recount_differences{election="e"} 0');
    // As the job of every night does, in whichever process it runs.
    const job = one.app.features
      .flatMap(({ jobs = [] }) => jobs)
      .find(({ name }) => name === 'results.recount');
    one.time.now = new Date('2028-11-09T03:15:20Z');
    const { log } = one.app.platform;
    await job?.run({}, { db, log, signal: new AbortController().signal, attempt: 1 });
    expect(await told('differences')).toMatch(/ [1-9]\d*$/);
    expect(await told('timestamp_seconds')).toBe(
      `comitium_recount_timestamp_seconds{election="e"} ${Date.parse('2028-11-09T03:15:20Z') / 1000}`,
    );
  } finally {
    await other.close();
  }
});

test('a total that is missing is found, above a district and in it', async () => {
  await tamper(`delete from tally where basis = 0 and ${areaIs('L')} and ${raceIs('parliament')}`);
  const { differences } = await one.app.results.recount(await facts('e'));
  expect(differences.map(({ area, race, stored }) => ({ area, race, stored }))).toContainEqual({
    ...{ area: 'L', race: 'parliament', stored: 0 },
  });
  expect(differences.find(({ figure }) => figure === 'cast')).toMatchObject({ stored: 0, counted: 191 });
});

test('a total without sheets is found', async () => {
  await tamper(
    `insert into tally select race_id, area_id, 2, votes, rejected, cast_ballots, registered, on_register, stations, updated_at
     from tally where basis = 0 and ${areaIs('L-2')} and ${raceIs('president')}`,
  );
  const { differences } = await one.app.results.recount(await facts('e'));
  expect(new Set(differences.map(({ basis }) => basis))).toEqual(new Set(['certified']));
  expect(differences.find(({ figure }) => figure === 'stations')).toMatchObject({ stored: 1, counted: 0 });
});

test.each([true, false])('a recount that is called off says so; in a thread: %s', async (inThread) => {
  const calledOff = new Error('called off');
  await expect(
    one.app.results.recount(await facts('e'), { signal: AbortSignal.abort(calledOff) }),
  ).rejects.toBe(calledOff);
  const control = new AbortController();
  const running = one.app.results.recount(await facts('e'), {
    inThread,
    signal: control.signal,
    onProgress: () => control.abort(calledOff),
  });
  await expect(running).rejects.toBe(calledOff);
});
