// The notary's process is killed again and again, at moments nobody chose, while events keep coming.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFinding, verifyLog } from '@comitium/proof';
import { afterAll, expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { logSourceOf } from './testing/log-source-of.ts';

const db = await createTestDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'comitium-kill-'));
const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true });
});

/** Of the tests' platforms each process has its own data keys: the log's key comes from the configuration. */
const key = Buffer.alloc(32, 9).toString('base64');
const program = join(import.meta.dirname, 'testing/notary-forever.ts');

const start = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [program, db.connectionString, dataDir, key], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  expect(child.exitCode).toBeNull();
  return child;
};

let sent = 0;
const nowhere = '01900000-0000-7000-8000-000000000000';
/** What the notary does not look at. */
const elsewhere = {
  ...{ electionId: nowhere, raceId: nowhere, contestId: nowhere, stationId: nowhere },
  ...{ flagged: false, reason: null, before: null },
  after: { status: 'accepted', figures: { votes: [], rejected: 0, cast: 0, registered: 0 } },
} as const;
/** Events that are leaves by themselves: a revision's leaf is made beside it. */
const append = (count: number) =>
  inTransaction(db, (tx) =>
    appendToLedger(
      tx,
      Array.from({ length: count }, () => {
        sent += 1;
        const sheetId = `01900000-0000-7000-8000-${String(sent).padStart(12, '0')}`;
        const entry = `["comitium/test/1",${sent}]`;
        const payload = { ...elsewhere, sheetId, revision: 1 };
        const origin = { actor: null, onBehalfOf: null, device: null, requestId: null, reason: null };
        return { stream: `sheet:${sheetId}`, type: 'sheet.submitted', version: 1, payload, entry, ...origin };
      }),
    ),
  );

test('V14 a notary that is killed at any moment logs every event once, in order, and signs no size twice', async () => {
  for (let round = 0; round < 3; round++) {
    const child = await start();
    const gone = once(child, 'exit');
    // Killed while it is at work: after so many of the round's events are logged, whichever those are.
    const enough = sent + 150 + round * 70;
    for (let batch = 0; batch < 30; batch++) await append(20);
    await expect
      .poll(
        async () =>
          (await db.pool.query<{ n: number }>('select size::int as n from notary_log')).rows[0]?.n ?? 0,
        {
          timeout: 30_000,
          interval: 1,
        },
      )
      .toBeGreaterThan(enough);
    child.kill('SIGKILL');
    await gone;
  }
  const bed = await openTestApp(db, { COMITIUM_DATA_DIR: dataDir, COMITIUM_NOTARY_KEY: key });
  await bed.app.notary.caughtUp();
  expect(await bed.app.notary.refusal()).toBeNull();
  const { rows } = await db.pool.query<{ entry: string }>('select entry from notary_entry order by index');
  expect(rows.map((row) => row.entry)).toEqual(
    Array.from({ length: sent }, (_, at) => `["comitium/test/1",${at + 1}]`),
  );
  const report = await verifyLog({ source: logSourceOf(bed), withoutTotals: true });
  expect(report.findings.map(describeFinding)).toEqual([]);
  expect(report.size).toBe(sent);
  const signed = await db.pool.query<{ n: number }>('select count(*)::int as n from notary_checkpoint');
  expect(signed.rows[0]?.n).toBeGreaterThan(3);
  await bed.close();
});
