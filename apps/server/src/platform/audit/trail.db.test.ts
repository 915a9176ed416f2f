import type { UserId } from '@comitium/basics';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { createTestDatabase } from '../database/testing/create-test-database.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { createTrail, type TrailEntry } from './index.ts';

const db = await createTestDatabase();
const clock = { now: () => new Date('2026-11-20T12:00:00Z') };
const person = '01900000-0000-7000-8000-000000000001' as UserId;

const entry = (more: Partial<TrailEntry> = {}): TrailEntry => ({
  kind: 'right_refused',
  personId: person,
  action: 'getPeople',
  address: '192.0.2.77',
  requestId: 'r-1',
  ...more,
});

const stored = () =>
  db.kysely
    .selectFrom('audit_refusal')
    .select(['kind', 'action', 'network', 'times', 'detail', 'request_id'])
    .where('id', '>', before)
    .orderBy('id')
    .execute();

let before = 0;
beforeEach(async () => {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(id), 0) as last from audit_refusal`.execute(db.kysely);
  before = rows[0]?.last ?? 0;
});

test('what is noted is stored, and equal refusals of one moment are one row', async () => {
  const trail = createTrail({ db, clock, metrics: createMetrics() });
  trail.note(entry());
  trail.note(entry({ requestId: 'r-2' }));
  trail.note(
    entry({ kind: 'rate_limited', personId: null, address: '2001:db8:7:1::5', detail: { most: 5 } }),
  );
  await trail.flush();
  const nothing = { detail: {}, request_id: 'r-1' };
  expect(await stored()).toEqual([
    { ...nothing, kind: 'right_refused', action: 'getPeople', network: '192.0.2.0/24', times: 2 },
    {
      ...nothing,
      kind: 'rate_limited',
      action: 'getPeople',
      network: '2001:db8:7::/48',
      times: 1,
      detail: { most: 5 },
    },
  ]);
});

test('what does not fit is counted, and a row tells how many are missing', async () => {
  const metrics = createMetrics();
  const trail = createTrail({ db, clock, metrics, capacity: 2 });
  for (let count = 0; count < 5; count += 1) trail.note(entry({ action: `operation ${count}` }));
  await trail.flush();
  const rows = await stored();
  expect(rows.map(({ kind, times }) => `${kind} ${times}`)).toEqual([
    'right_refused 1',
    'right_refused 1',
    'entries_dropped 3',
  ]);
  expect((await metrics.auditDropped.get()).values[0]?.value).toBe(3);
});

test('texts that PostgreSQL would refuse stop nothing', async () => {
  const trail = createTrail({ db, clock, metrics: createMetrics() });
  trail.note(entry({ action: 'a\u0000b\ud800', detail: { tried: 'c\u0000\udc00' } }));
  trail.note(entry({ personId: 'nobody' as UserId }));
  trail.note(entry({ action: 'after it' }));
  await trail.flush();
  await trail.flush();
  expect((await stored()).map(({ kind, action }) => `${kind} ${action}`)).toEqual([
    'right_refused ab\ufffd',
    'right_refused after it',
    'entries_dropped audit',
  ]);
});

test('while the database is away nothing is thrown, and it is stored when it is back', async () => {
  const gone = openDatabase({ connectionString: 'postgresql://nobody@127.0.0.1:1/none' });
  const away = { ...gone };
  const trail = createTrail({ db: away, clock, metrics: createMetrics() });
  trail.note(entry({ action: 'while away' }));
  await trail.flush();
  Object.assign(away, { kysely: db.kysely });
  await trail.flush();
  await gone.close();
  expect(await stored()).toMatchObject([{ action: 'while away', times: 1 }]);
});
