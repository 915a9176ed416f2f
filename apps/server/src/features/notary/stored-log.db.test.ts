// The notary's own look at what it has stored: forks, set-back databases, several processes, and sudden death.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFinding, verifyLog } from '@comitium/proof';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { runningFollowers } from '../../platform/ledger/index.ts';
import { openTestApp, type TestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';
import { logSourceOf } from './testing/log-source-of.ts';
import { tamper } from './testing/tamper.ts';

const db = await createTestDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'comitium-notary-'));
/** Signs when a test asks for it, so that no round comes between a change and the look at it. */
const environment = { COMITIUM_DATA_DIR: dataDir, COMITIUM_NOTARY_SECONDS: '3600' };
const bed = await openTestApp(db, environment);
await openTestElection(bed, { shape: [2, 3, 60] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
afterAll(async () => {
  await bed.close();
  await rm(dataDir, { recursive: true });
});

const send = async (by: TestApp, station: string): Promise<void> => {
  const answer = await by.send('POST', '/elections/e/results/polling-station', {
    headers: { ...admin, 'idempotency-key': station },
    body: presidentSheet(station, { ama: 60, kofi: 40, esi: 3 }),
  });
  expect(answer.statusCode, answer.body).toBe(201);
};
const stations = (region: number, district: number) =>
  Array.from({ length: 60 }, (_, at) => `L-${region}-${district}-${at + 1}`);
const settle = async (...apps: readonly TestApp[]): Promise<void> => {
  await Promise.all(runningFollowers(db).map((follower) => follower.caughtUp()));
  for (const { app } of apps) await app.notary.caughtUp();
};
const column = async <T>(query: string): Promise<T[]> => {
  const { rows } = await db.pool.query<{ value: T }>(query);
  return rows.map((row) => row.value);
};

test('V15 two processes write one log: every event once, in order, over the edge of a tile', async () => {
  const other = await openTestApp(db, environment);
  await Promise.all(
    [...stations(1, 1), ...stations(1, 2), ...stations(1, 3), ...stations(2, 1), ...stations(2, 2)].map(
      (station, at) => send(at % 2 === 0 ? bed : other, station),
    ),
  );
  await settle(bed, other);
  const logged = await column<number>('select ledger_id as value from notary_leaf order by index');
  const inOrder = await column<number>(
    `select id as value from ledger where stream like 'sheet:%' order by era, tx, id`,
  );
  expect(logged.filter((id) => inOrder.includes(id))).toEqual(inOrder);
  expect(new Set(logged).size).toBe(logged.length);
  expect(inOrder.length).toBe(300);
  await other.close();
  const report = await verifyLog({ source: logSourceOf(bed) });
  expect(report.findings.map(describeFinding)).toEqual([]);
  expect(report.size).toBe(logged.length);
});

/** A process that starts now, on what is stored now. */
const refusalOf = async (): Promise<string | null> => {
  const late = await openTestApp(db, environment);
  const refusal = await late.app.notary.refusal();
  await late.close();
  return refusal;
};

test('V13 a process that starts on another log than was signed refuses it, and takes results all the same', async () => {
  expect(await refusalOf()).toBeNull();
  const eventOf = (index: number) => `id = (select ledger_id from notary_leaf where index = ${index})`;
  await tamper(db, `update ledger set entry = entry || ' ' where ${eventOf(255)}`);
  expect(await refusalOf()).toBe('Leaf 255 of the log, or tile 0/0, was changed: they no longer fit.');
  const late = await openTestApp(db, environment);
  expect((await late.send('GET', '//log/checkpoint')).statusCode).toBe(503);
  await send(late, 'L-2-3-1');
  await late.close();
  await tamper(db, `update ledger set entry = rtrim(entry) where ${eventOf(255)}`);
  // The sheet that came meanwhile is in its tile before that is changed.
  await settle(bed);
  const flip =
    'update notary_tile set hashes = set_byte(hashes, 99, get_byte(hashes, 99) # 1) where level = 0 and index = 1';
  await tamper(db, flip);
  expect(await refusalOf()).toBe('Leaf 259 of the log, or tile 0/1, was changed: they no longer fit.');
  await tamper(db, flip);
  // A checkpoint signed meanwhile would be a true one.
  await settle(bed);
  const note = "note = replace(note, 'localhost', 'localh0st')";
  await tamper(db, `update notary_checkpoint set ${note}`);
  expect(await refusalOf()).toContain('The last checkpoint in the database does not verify');
  await tamper(db, "update notary_checkpoint set note = replace(note, 'localh0st', 'localhost')");
  expect(await refusalOf()).toBeNull();
});

test('V05 V13 a database that was set back is refused, and a visitor of before finds it', async () => {
  const before = await verifyLog({ source: logSourceOf(bed), withoutTotals: true });
  await tamper(
    db,
    `with gone as (delete from notary_checkpoint where size > (select min(size) from notary_checkpoint) returning 1),
       cut as (delete from notary_leaf where index >= 3 returning 1), tiles as (delete from notary_tile where index > 0 or level > 0),
       log as (update notary_log set size = 3)
     update notary_tile set hashes = substring(hashes for 96) where level = 0 and index = 0`,
  );
  expect(await refusalOf()).toMatch(
    /^The last checkpoint that this machine saw signed is of \d+ leaves, but the log has 3/,
  );
  const cut = await verifyLog({
    source: logSourceOf(bed),
    since: before.checkpoint ?? '',
    withoutTotals: true,
  });
  expect(cut.findings.map(({ code }) => code)).toEqual(['log_truncated']);
});

test('V06 V13 a forked log is refused by the notary that runs, and a visitor of before finds it', async () => {
  const fresh = await createTestDatabase();
  const forked = await openTestApp(fresh, environment);
  await openTestElection(forked);
  await forked.app.notary.caughtUp();
  const before = await verifyLog({ source: logSourceOf(forked), withoutTotals: true });
  const { rows } = await fresh.pool.query<{ note: string; size: number }>(
    'select note, size from notary_checkpoint order by size desc limit 1',
  );
  const size = rows[0]?.size ?? 0;
  // The same number of leaves, of which one is another, with tiles that fit.
  const leaf = "'\\x00'::bytea || convert_to('another leaf', 'UTF8')";
  await tamper(fresh, "update notary_leaf set entry = 'another leaf' where index = 0");
  await tamper(
    fresh,
    `update notary_tile set hashes = overlay(hashes placing sha256(${leaf}) from 1) where level = 0`,
  );
  await tamper(
    fresh,
    `insert into ledger (stream, type, version, payload, actor) select stream, type, version, payload, actor from ledger where type = 'election.counting_started'`,
  );
  await forked.app.notary.caughtUp();
  expect(await forked.app.notary.refusal()).toBe(
    `the first ${size} leaves are no longer those that were signed`,
  );
  expect((await forked.send('GET', '//log/checkpoint')).statusCode).toBe(503);
  await tamper(fresh, 'delete from notary_checkpoint');
  const signed = await openTestApp(fresh, { COMITIUM_DATA_DIR: join(dataDir, 'another machine') });
  await signed.app.notary.caughtUp();
  const after = await verifyLog({
    source: logSourceOf(signed),
    since: before.checkpoint ?? '',
    withoutTotals: true,
  });
  expect(after.findings.map(describeFinding)).toEqual([
    `The log was forked: its first ${size} leaves are not those of the earlier checkpoint.`,
  ]);
  await signed.close();
  await forked.close();
});
