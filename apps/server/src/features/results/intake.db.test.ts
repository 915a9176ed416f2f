import { unwrap } from '@comitium/basics';
import type { BatchAnswer, PageOf, SheetConflict, SheetReceipt } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const db = await createTestDatabase();
const bed = await openTestApp(db);
await openTestElection(bed, { shape: [2, 2, 6] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const agent = await bed.addPerson('agent@x.example', {
  role: 'correspondent',
  scope: { election: 'e', area: 'L-1-1' },
});
afterAll(() => bed.close());

const path = '/elections/e/results/polling-station';
const send = (body: object, key: string | null, who = admin) =>
  bed.send('POST', path, { headers: { ...who, ...(key === null ? {} : { 'idempotency-key': key }) }, body });
const votes = { ama: 100, kofi: 200, esi: 50 };
const election = async () => {
  const found = await bed.app.elections.book.find('e');
  if (found === null) throw new Error('the election is gone');
  return found;
};
const countSheets = async (station: string): Promise<number> => {
  const rows = await db.kysely
    .selectFrom('sheet')
    .innerJoin('area', 'area.id', 'sheet.station_id')
    .select('sheet.id')
    .where('area.code', '=', station)
    .execute();
  return rows.length;
};

test('a clean sheet is accepted and answered with its receipt', async () => {
  const answer = await send(presidentSheet('L-1-1-1', votes), 'k1');
  expect(answer.statusCode).toBe(201);
  const receipt = answer.json<SheetReceipt>();
  expect(receipt).toMatchObject({ revision: 1, status: 'accepted', warnings: [] });
  expect(receipt.receipt.leafHash).toMatch(/^[0-9a-f]{64}$/);
});

test('the same key and body, members in any order, get the first answer again', async () => {
  const { votes: given, ...rest } = presidentSheet('L-1-1-1', votes);
  const again = await send({ votes: given, ...rest }, 'k1');
  expect(again.statusCode).toBe(201);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(await countSheets('L-1-1-1')).toBe(1);
});

test('the same key for other figures or another station is refused', async () => {
  const other = await send(presidentSheet('L-1-1-1', { ...votes, ama: 11 }), 'k1');
  expect(other.statusCode).toBe(422);
  expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' });
  const elsewhere = await send(presidentSheet('L-1-1-2', votes), 'k1');
  expect(elsewhere.json()).toMatchObject({ code: 'idempotency_key_reused' });
  expect(await countSheets('L-1-1-2')).toBe(0);
});

test('a key belongs to its author: another person may use the same words', async () => {
  const answer = await send(presidentSheet('L-1-1-2', votes), 'k1', agent);
  expect(answer.statusCode).toBe(201);
});

test('a key belongs to its election: the same words elsewhere are another request', async () => {
  await openTestElection(bed, { code: 'other', shape: [1, 1, 2] });
  const headers = { ...admin, 'idempotency-key': 'k1' };
  const body = presidentSheet('L-1-1-1', votes);
  const elsewhere = '/elections/other/results/polling-station';
  const answer = await bed.send('POST', elsewhere, { headers, body });
  expect(answer.statusCode).toBe(201);
  expect(answer.headers['idempotent-replayed']).toBeUndefined();
  expect((await bed.send('POST', elsewhere, { headers, body })).headers['idempotent-replayed']).toBe('true');
});

test('another sheet of a station that has a live one is a conflict that shows the live one', async () => {
  const answer = await send(presidentSheet('L-1-1-1', { ama: 1, kofi: 2, esi: 3 }), 'k2');
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({
    code: 'sheet_exists',
    sheet: { votes, rejected: 2, cast: 352, status: 'accepted', revision: 1 },
  });
  expect(answer.json<{ correct: string }>().correct).toContain('/correct');
});

test('the desk sees the refused sheet beside the live one, once however often it is sent, and settles it', async () => {
  await send(presidentSheet('L-1-1-1', { ama: 1, kofi: 2, esi: 3 }), 'k2');
  const list = async () =>
    (await bed.send('GET', '/elections/e/results/conflicts', { headers: admin })).json<
      PageOf<SheetConflict>
    >().items;
  const [conflict, ...others] = await list();
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({ votes: { ama: 1, kofi: 2, esi: 3 }, sameFigures: false, live: { votes } });
  const settle = (who = admin) =>
    bed.send('POST', `/elections/e/results/conflicts/${conflict?.id}/settle`, {
      headers: who,
      body: { reason: 'the form is clear' },
    });
  expect((await settle(agent)).statusCode).toBe(403);
  expect((await settle()).statusCode).toBe(204);
  expect((await settle()).json()).toMatchObject({ code: 'conflict_not_found' });
  expect(await list()).toEqual([]);
});

test('fifty clients at once with one key make one sheet, and each learns of it or may ask again', async () => {
  const body = presidentSheet('L-1-1-3', votes);
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(body, 'storm')));
  const codes = answers.map((answer) =>
    answer.statusCode === 201 ? 'created' : answer.json<{ code: string }>().code,
  );
  expect(codes.filter((code) => code === 'created').length).toBeGreaterThanOrEqual(1);
  expect(codes.filter((code) => code !== 'created' && code !== 'request_in_progress')).toEqual([]);
  const ids = new Set(answers.filter((a) => a.statusCode === 201).map((a) => a.json<SheetReceipt>().sheetId));
  expect(ids.size).toBe(1);
  expect(await countSheets('L-1-1-3')).toBe(1);
});

test('fifty different sheets for one station at once: one lives, the others conflict', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      send(presidentSheet('L-1-1-4', { ...votes, esi: at }), `race-${at}`),
    ),
  );
  const statuses = answers.map((answer) => answer.statusCode).sort();
  expect(statuses).toEqual([201, ...Array.from({ length: 49 }, () => 409)]);
});

test('every broken rule is told with its field, and nothing is stored', async () => {
  const answer = await send(
    {
      ...presidentSheet('L-1-2-1', votes),
      votes: { ama: -1, kofi: 1.5, 'red-1': 3, nobody: 1 },
      rejected: 2 ** 31,
      cast: 'many',
    },
    'bad',
  );
  expect(answer.statusCode).toBe(422);
  const problem = answer.json<{ code: string; errors: { path: string; code: string }[] }>();
  expect(problem.code).toBe('sheet_refused');
  const found = problem.errors.map((error) => `${error.path} ${error.code}`);
  expect(found).toEqual(
    expect.arrayContaining([
      '/votes/ama negative_figure',
      '/votes/kofi fractional_figure',
      '/votes/red-1 foreign_choice',
      '/votes/nobody unknown_choice',
      '/votes/esi missing_choice',
      '/rejected figure_too_large',
    ]),
  );
  expect(found.some((line) => line.startsWith('/cast '))).toBe(true);
  expect(await countSheets('L-1-2-1')).toBe(0);
});

test('a refused sheet may be sent again with the same key once it is right', async () => {
  expect((await send({ ...presidentSheet('L-1-2-1', votes), rejected: -1 }, 'again')).statusCode).toBe(422);
  expect((await send(presidentSheet('L-1-2-1', votes), 'again')).statusCode).toBe(201);
});

test('figures that do not add up are held: stored, answered, and in no total', async () => {
  const before = await bed.app.results.recount(await election());
  const answer = await send({ ...presidentSheet('L-1-2-2', votes), cast: 99 }, 'held');
  const receipt = answer.json<SheetReceipt>();
  expect(receipt.status).toBe('held');
  expect(receipt.warnings[0]).toMatchObject({ code: 'sum_differs', severity: 'hold' });
  const after = await bed.app.results.recount(await election());
  expect(after.sheets).toBe(before.sheets);
  expect(after.differences).toEqual([]);
});

test('who is not assigned, unknown places, a missing or malformed key: each its own answer', async () => {
  const expectCode = async (code: string, answer: Promise<{ json<T>(): T }>) =>
    expect((await answer).json<{ code: string }>().code).toBe(code);
  await expectCode('not_assigned', send(presidentSheet('L-2-1-1', votes), 'x', agent));
  await expectCode('station_not_found', send(presidentSheet('L-9', votes), 'x'));
  await expectCode('station_not_found', send(presidentSheet('L-1', votes), 'x'));
  await expectCode('contest_not_found', send({ ...presidentSheet('L-2-1-1', votes), contest: 'mayor' }, 'x'));
  await expectCode(
    'contest_not_found',
    send({ ...presidentSheet('L-2-1-1', votes), contest: 'parliament-L-1' }, 'x'),
  );
  await expectCode('idempotency_key_missing', send(presidentSheet('L-2-1-1', votes), null));
  await expectCode('idempotency_key_invalid', send(presidentSheet('L-2-1-1', votes), 'two words'));
  await expectCode('unauthenticated', send(presidentSheet('L-2-1-1', votes), 'x', {}));
  await expectCode(
    'election_not_found',
    bed.send('POST', '/elections/none/results/polling-station', {
      headers: admin,
      body: presidentSheet('L', votes),
    }),
  );
  expect(await countSheets('L-2-1-1')).toBe(0);
});

test('a batch answers line by line, in order; a bad line does not stop the others', async () => {
  const line = (station: string, key: string) => JSON.stringify({ ...presidentSheet(station, votes), key });
  const payload = [
    line('L-2-1-1', 'b1'),
    'not json',
    line('L-2-1-2', 'b2'),
    '{}',
    line('L-1-1-1', 'k1'),
    line('L-2-1-1', 'b3'),
  ];
  const answer = await bed.app.server.inject({
    method: 'POST',
    url: `/api/v1${path}/batch`,
    headers: { ...admin, 'content-type': 'application/x-ndjson' },
    payload: payload.join('\n'),
  });
  const answers = answer.body
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as BatchAnswer);
  expect(answers.map(({ line: number, status, replayed }) => [number, status, replayed ?? false])).toEqual([
    [1, 201, false],
    [2, 400, false],
    [3, 201, false],
    [4, 400, false],
    [5, 201, true],
    [6, 409, false],
  ]);
});

test('an election that is not counting takes no sheets', async () => {
  const change = {
    origin: { caller: { kind: 'system', name: 'test' }, requestId: null } as const,
    election: 'e',
  };
  unwrap(await bed.app.elections.moveElection({ ...change, transition: 'close-counting' }));
  expect((await send(presidentSheet('L-2-2-1', votes), 'late')).statusCode).toBe(201);
  expect((await bed.app.results.recount(await election())).differences).toEqual([]);
});
