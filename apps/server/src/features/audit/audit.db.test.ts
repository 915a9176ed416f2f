import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditAlerts, AuditEntry, AuditEntryDetail, PageOf, SheetReceipt } from '@comitium/contract';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { runningFollowers } from '../../platform/ledger/index.ts';
import { watchParity } from '../../platform/live/index.ts';
import { type Headers, openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const folder = mkdtempSync(join(tmpdir(), 'comitium-audit-'));
const networks = join(folder, 'networks.csv');
writeFileSync(networks, '192.0.2.0/24,41.7,44.8\n198.51.100.0/24,48.9,2.3\n');
const hour = new Date().getUTCHours();
const db = await createTestDatabase();
const bed = await openTestApp(db, {
  COMITIUM_ALERT_FAILURES: '6',
  COMITIUM_NIGHT_HOURS: `${hour}-${(hour + 2) % 24}`,
  COMITIUM_NETWORKS_FILE: networks,
});
await openTestElection(bed, { code: 'one' });
await openTestElection(bed, { code: 'two' });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const local = await bed.addPerson('one@x.example', {
  role: 'election_administrator',
  scope: { election: 'one' },
});
const partial = await bed.addPerson('area@x.example', {
  role: 'election_administrator',
  scope: { election: 'one', area: 'L-1' },
});
afterAll(async () => {
  await bed.close();
  rmSync(folder, { recursive: true });
});

const settled = async (): Promise<void> => {
  await bed.app.platform.trail.flush();
  // Twice, because an alert of the first round is an event of the second.
  for (let round = 0; round < 2; round += 1) {
    await runningFollowers(bed.app.platform.db)
      .find(({ name }) => name === 'audit')
      ?.caughtUp();
  }
};
const list = async (headers: Headers, query = ''): Promise<PageOf<AuditEntry>> => {
  const answer = await bed.send('GET', `/audit/entries?${query}`, { headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const idOf = async (headers: Headers): Promise<string> =>
  (await bed.send('GET', '/auth/me', { headers })).json<{ id: string }>().id;
const alerts = async (): Promise<AuditAlerts> =>
  (await bed.send('GET', '/audit/alerts', { headers: admin })).json();
const submit = async (election: string, station: string): Promise<string> => {
  const body = presidentSheet(station, { ama: 1, kofi: 2, esi: 3 });
  const headers = { ...admin, 'idempotency-key': randomUUID() };
  const answer = await bed.send('POST', `/elections/${election}/results/polling-station`, { headers, body });
  return answer.json<SheetReceipt>().sheetId;
};

test('an entry says who, from which device, in which request and why, and what changed', async () => {
  const sheet = await submit('one', 'L-1-1-1');
  const votes = { ama: 5, kofi: 2, esi: 3 };
  const body = { votes, rejected: 2, cast: 12, registered: 500, reason: 'read the form again' };
  await bed.send('POST', `/elections/one/results/sheets/${sheet}/correct`, { headers: admin, body });
  await settled();
  const { items } = await list(admin, `thing=sheet:${sheet}`);
  expect(items.map(({ action }) => action)).toEqual(['sheet.corrected', 'sheet.submitted']);
  const [corrected] = items;
  const me = await idOf(admin);
  expect(corrected).toMatchObject({ kind: 'event', person: { id: me }, reason: 'read the form again' });
  expect(corrected?.device).toMatch(/^[0-9a-f-]{36}$/);
  expect(corrected?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const detail = await bed.send('GET', `/audit/entries/${corrected?.id}`, { headers: admin });
  const { before, after } = detail.json<AuditEntryDetail>();
  expect(before).toMatchObject({ figures: { votes: [1, 2, 3] } });
  expect(after).toMatchObject({ figures: { votes: [5, 2, 3] } });
});

test('what has no before of its own is compared with the last event of its kind', async () => {
  for (const name of ['First', 'Second']) {
    await bed.send('PATCH', '/elections/one', { headers: admin, body: { name } });
  }
  await settled();
  const { items } = await list(admin, 'action=election.updated&election=one');
  const detail = await bed.send('GET', `/audit/entries/${items[0]?.id}`, { headers: admin });
  const { before, after } = detail.json<AuditEntryDetail>();
  expect(JSON.stringify(before)).toContain('First');
  expect(JSON.stringify(after)).toContain('Second');
});

test('refusals stand beside commands, found by person, action, kind and time', async () => {
  const viewer = await bed.addPerson('viewer@x.example', { role: 'viewer' });
  const id = await idOf(viewer);
  await bed.send('POST', `/people/${id}/disable`, { headers: viewer });
  await bed.send('PATCH', '/elections/one', { headers: viewer, body: { name: 'Mine' } });
  const entries = async () => {
    await settled();
    return (await list(admin, `person=${id}`)).items;
  };
  const told = async () =>
    (await entries()).map(({ kind, action, thing }) => `${kind} ${action} ${thing}`).toSorted();
  // A refusal about an election is noted after its answer, when it is known which one it was.
  await expect
    .poll(told)
    .toEqual([
      `event session.started person:${id}`,
      'refusal right_refused patchElectionsElection',
      'refusal right_refused postPeoplePersonDisable',
    ]);
  const items = await entries();
  expect(items.find(({ kind }) => kind === 'refusal')).toMatchObject({
    network: '127.0.0.0/24',
    times: 1,
    person: { name: 'viewer@x.example' },
  });
  expect((await list(admin, `person=${id}&kind=event`)).items).toHaveLength(1);
  expect((await list(admin, `person=${id}&action=right_refused`)).items).toHaveLength(2);
  const later = new Date(Date.now() + 60_000).toISOString();
  expect((await list(admin, `person=${id}&from=${later}`)).items).toEqual([]);
  expect((await list(admin, `person=${id}&to=${later}`)).items).toHaveLength(3);
  expect((await bed.send('GET', '/audit/entries?from=yesterday', { headers: admin })).statusCode).toBe(400);
});

test('whoever administers one election sees that election and nothing else', async () => {
  await submit('two', 'L-1-1-1');
  await settled();
  const { items } = await list(local, 'limit=100');
  const one = items[0]?.electionId;
  expect(new Set(items.map(({ electionId }) => electionId))).toEqual(new Set([one]));
  expect(items.some(({ kind }) => kind === 'refusal')).toBe(true);
  expect((await list(local, 'election=one')).items.length).toBeGreaterThan(3);
  expect((await bed.send('GET', '/audit/entries?election=two', { headers: local })).statusCode).toBe(403);
  const [other] = (await list(admin, 'election=two')).items;
  expect((await bed.send('GET', `/audit/entries/${other?.id}`, { headers: local })).statusCode).toBe(404);
  expect((await bed.send('GET', '/audit/alerts', { headers: local })).statusCode).toBe(403);
  // A right within an area reaches no list of the whole election.
  expect((await bed.send('GET', '/audit/entries', { headers: partial })).statusCode).toBe(403);
});

test('pages follow each other without gap or repetition while entries are added', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: PageOf<AuditEntry> = await list(admin, `limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    await submit('one', `L-1-1-${seen.length}`);
  }
  expect(new Set(seen).size).toBe(seen.length);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_entry`.execute(db.kysely);
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.length).toBeLessThanOrEqual(rows[0]?.n ?? 0);
  expect((await bed.send('GET', '/audit/entries?cursor=nonsense', { headers: admin })).statusCode).toBe(400);
});

test('an export is told in the audit before it leaves, with its reason and its filter', async () => {
  const ask = (format: string, headers = admin, more: object = {}) =>
    bed.send('POST', '/audit/exports', { headers, body: { format, reason: 'asked by the court', ...more } });
  const csv = await ask('csv', admin, { action: 'sheet.submitted' });
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(csv.body.split('\r\n')[0]).toContain('at,kind,action,thing,person,name');
  expect(csv.body.split('\r\n')[1]).toContain('sheet.submitted');
  const json = (await ask('json', local)).json<AuditEntry[]>();
  expect(new Set(json.map(({ electionId }) => electionId)).size).toBe(1);
  expect((await ask('json', admin, { action: 'nothing' })).json()).toEqual([]);
  expect((await ask('csv', admin, { election: 'none' })).statusCode).toBe(404);
  expect((await ask('csv', partial)).statusCode).toBe(403);
  await settled();
  const { items } = await list(admin, 'action=audit.exported');
  expect(items.map(({ reason }) => reason)).toEqual(Array(3).fill('asked by the court'));
  expect((await list(local, 'action=audit.exported')).items).toHaveLength(1);
});

test('what looks wrong raises one alert each, and is closed with a reason', async () => {
  const id = await idOf(admin);
  for (let tries = 0; tries < 7; tries += 1) {
    const body = { email: 'one@x.example', password: 'wrong' };
    await bed.send('POST', '/auth/sign-in', { body });
  }
  const grant = { role: 'viewer', scope: {} };
  await bed.send('POST', `/people/${await idOf(local)}/grants`, { headers: admin, body: grant });
  await bed.send('POST', '/audit/exports', { headers: admin, body: { format: 'csv', reason: 'again' } });
  await settled();
  await bed.app.audit.detectFailures();
  await bed.app.audit.detectFailures();
  const found = (await alerts()).items;
  const kinds = found.map(({ kind, person }) => `${kind} ${person?.name ?? 'nobody'}`).toSorted();
  expect(kinds).toEqual([
    'bulk_export admin@x.example',
    'many_failures nobody',
    'many_failures one@x.example',
    'rights_at_night admin@x.example',
  ]);
  const alert = found.find(({ kind }) => kind === 'rights_at_night')?.id ?? '';
  const path = `/audit/alerts/${alert}/acknowledge`;
  expect((await bed.send('POST', path, { headers: local, body: { reason: 'mine' } })).statusCode).toBe(403);
  expect((await bed.send('POST', path, { headers: admin, body: {} })).statusCode).toBe(400);
  expect((await bed.send('POST', path, { headers: admin, body: { reason: 'we agreed' } })).statusCode).toBe(
    204,
  );
  expect((await bed.send('POST', path, { headers: admin, body: { reason: 'twice' } })).statusCode).toBe(404);
  const after = await alerts();
  expect(after.open).toBe(3);
  expect(after.items.find(({ state }) => state === 'acknowledged')).toMatchObject({
    id: alert,
    acknowledged: { by: { id }, reason: 'we agreed' },
  });
  await settled();
  expect((await list(admin, 'action=alert.acknowledged')).items[0]).toMatchObject({ reason: 'we agreed' });
  const { rows } = await sql`select from message where template = 'security_alert'`.execute(db.kysely);
  expect(rows).toHaveLength(4);
});

test('a sign-in from a place that nobody can have reached raises an alert', async () => {
  const id = (await idOf(local)) as Parameters<typeof bed.app.audit.noteSignIn>[0];
  const travels = () =>
    db.kysely
      .selectFrom('audit_alert')
      .select(['person_id', 'detail'])
      .where('kind', '=', 'impossible_travel')
      .execute();
  const seenAt = async () =>
    (await sql`select round(latitude) as at from audit_place where person_id = ${id}`.execute(db.kysely))
      .rows;
  bed.app.audit.noteSignIn(id, '192.0.2.9');
  await expect.poll(seenAt).toEqual([{ at: 42 }]);
  bed.app.audit.noteSignIn(id, '203.0.113.1');
  bed.time.now = new Date(bed.time.now.getTime() + 3_600_000);
  bed.app.audit.noteSignIn(id, '198.51.100.9');
  await expect.poll(seenAt).toEqual([{ at: 49 }]);
  expect(await travels()).toMatchObject([{ person_id: id, detail: { minutes: 60 } }]);
  bed.time.now = new Date(bed.time.now.getTime() + 6 * 3_600_000);
  bed.app.audit.noteSignIn(id, '192.0.2.9');
  await expect.poll(seenAt).toEqual([{ at: 42 }]);
  expect(await travels()).toHaveLength(1);
});

test('the topics follow what is done and what is refused', async () => {
  const state = async (topic: string) => {
    const found = await bed.app.hub.currentState(topic);
    return found.ok ? (found.value.data as { entries: AuditEntry[] }).entries : [];
  };
  await settled();
  const actions = async (topic: string) => (await state(topic)).map(({ action }) => action);
  expect(await actions('audit')).toContain('alert.raised');
  expect(await actions('election-audit:one')).toContain('sheet.corrected');
  expect(await actions('election-audit:one')).toContain('right_refused');
  expect((await state('election-audit:two')).every(({ electionId }) => electionId !== null)).toBe(true);
  const viewer = viewerOf(await idOf(await bed.signIn('one@x.example')));
  expect((await bed.app.hub.currentState('audit', viewer)).ok).toBe(false);
  expect((await bed.app.hub.currentState('election-audit:one', viewer)).ok).toBe(true);
  expect((await bed.app.hub.currentState('election-audit:two', viewer)).ok).toBe(false);
});

test('screens of every process show what any of them did', async () => {
  const other = await openTestApp(db);
  const topics = ['audit', 'election-audit:one'];
  const watched = await Promise.all(
    [bed, other].flatMap(({ app }) => topics.map((topic) => watchParity(app.hub, topic))),
  );
  const headers = await bed.signIn('admin@x.example');
  for (const name of ['Third', 'Fourth']) {
    await bed.send('PATCH', '/elections/one', { headers, body: { name } });
    await bed.send('PATCH', '/elections/one', { headers: {}, body: { name } });
    await settled();
    for (const { app } of [bed, other]) {
      const screens = runningFollowers(app.platform.db).filter((one) => one.name === 'audit screens');
      for (const follower of screens) await follower.caughtUp();
    }
    for (const parity of watched) {
      await parity.check();
      expect(JSON.stringify(parity.data)).toContain('election.updated');
    }
  }
  for (const parity of watched) parity.stop();
  await other.close();
});

const viewerOf = (id: string) => ({ kind: 'user', id, expiresAt: new Date(8e15) }) as const;
