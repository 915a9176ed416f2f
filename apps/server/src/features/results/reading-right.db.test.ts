// Who reads sheets of one area reads those of no other: in lists, one by one, as conflicts and as photos.
import { randomUUID } from 'node:crypto';
import type { PageOf, Sheet, SheetConflict, SheetReceipt } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { type Headers, openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const bed = await openTestApp(await createTestDatabase());
await openTestElection(bed, { shape: [2, 2, 2] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const reviewer = await bed.addPerson('reviewer@x.example', {
  role: 'reviewer',
  scope: { election: 'e', area: 'L-1-1' },
});
afterAll(() => bed.close());

const results = '/elections/e/results';
const upload = async (): Promise<string> => {
  const answer = await bed.app.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...admin, 'content-type': 'application/pdf' },
    payload: Buffer.from(`%PDF-1.7 ${randomUUID()}`),
  });
  return answer.json<{ id: string }>().id;
};
const submit = async (station: string, ama: number) => {
  const file = await upload();
  const answer = await bed.send('POST', `${results}/polling-station`, {
    headers: { ...admin, 'idempotency-key': randomUUID() },
    body: { ...presidentSheet(station, { ama, kofi: 2, esi: 3 }), attachments: [file] },
  });
  return { file, id: answer.json<Partial<SheetReceipt>>().sheetId };
};
const own = await submit('L-1-1-1', 1);
const foreign = await submit('L-1-2-1', 1);
const ownSecond = await submit('L-1-1-1', 5);
const foreignSecond = await submit('L-1-2-1', 5);

const get = (path: string, headers: Headers = reviewer) => bed.send('GET', path, { headers });

test('the list holds the sheets of the area, whatever is asked for', async () => {
  for (const query of ['', '?area=L', '?area=L-1-2', '?q=L-1', '?race=president']) {
    const { items } = (await get(`${results}/sheets${query}`)).json<PageOf<Sheet>>();
    const stations = items.map(({ station }) => station.code);
    expect([query, stations]).toEqual([query, query === '?area=L-1-2' ? [] : ['L-1-1-1']]);
  }
  expect((await get(`${results}/sheets`, admin)).json<PageOf<Sheet>>().items).toHaveLength(2);
});

test('a sheet of another area is not there', async () => {
  expect((await get(`${results}/sheets/${own.id}`)).statusCode).toBe(200);
  expect((await get(`${results}/sheets/${foreign.id}`)).json()).toMatchObject({ code: 'sheet_not_found' });
});

test('so it is with conflicts', async () => {
  const { items } = (await get(`${results}/conflicts`)).json<PageOf<SheetConflict>>();
  expect(items.map(({ station }) => station.code)).toEqual(['L-1-1-1']);
  const all = (await get(`${results}/conflicts`, admin)).json<PageOf<SheetConflict>>().items;
  const answers = await Promise.all(all.map(({ id }) => get(`${results}/conflicts/${id}`)));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 404]);
});

test('conflicts are found by a part of the station’s code or name, page by page', async () => {
  const page = async (query: string) =>
    (await get(`${results}/conflicts?${query}`, admin)).json<PageOf<SheetConflict>>();
  expect((await page('q=l-1-2')).items.map(({ station }) => station.code)).toEqual(['L-1-2-1']);
  expect((await page('q=nowhere')).items).toEqual([]);
  const first = await page('limit=1');
  const second = await page(`limit=1&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ station }) => station.code).toSorted()).toEqual([
    'L-1-1-1',
    'L-1-2-1',
  ]);
  expect(second.nextCursor).toBeNull();
});

test('and with photos, of sheets and of conflicts', async () => {
  const answers = await Promise.all(
    [own, ownSecond, foreign, foreignSecond].map(({ file }) => get(`/files/${file}`)),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 404, 404]);
});

test('a station is found by a part of its code or name, in any case', async () => {
  const found = async (q: string) =>
    (await get(`${results}/sheets?q=${encodeURIComponent(q)}`, admin)).json<PageOf<Sheet>>().items.length;
  expect([await found('l-1-1-1'), await found('AREA l-1'), await found('%'), await found('no such')]).toEqual(
    [1, 2, 0, 0],
  );
});

/** The plain answer of a topic, as a page asks for it that has no socket. */
const topic = async (name: string, headers: Headers) => {
  const { ticket } = (await bed.send('POST', '/live/ticket', { headers })).json<{ ticket: string }>();
  return bed.app.server.inject({ url: `/live/state?topic=${name}&ticket=${ticket}` });
};

const stationsOf = (answer: { json<T>(): T }): string[] =>
  answer.json<{ data: { latest: { station: string }[] } }>().data.latest.map(({ station }) => station);

test('the desk of an area shows its sheets and conflicts only; that of the election is for the whole', async () => {
  const desk = await topic('desk:e:L-1-1', reviewer);
  expect(desk.statusCode).toBe(200);
  expect(stationsOf(desk)).toEqual(['L-1-1-1']);
  expect(desk.json()).toMatchObject({ data: { counts: { conflicts: 1 } } });
  const whole = await topic('desk:e', admin);
  expect(stationsOf(whole).toSorted()).toEqual(['L-1-1-1', 'L-1-2-1']);
  expect(whole.json()).toMatchObject({ data: { counts: { conflicts: 2 } } });
});

test('who reviews two areas watches both, each with its own sheets, and the whole no more than before', async () => {
  const scopes = ['L-1-1', 'L-1-2'].map((area) => ({ election: 'e', area }));
  const both = await bed.addPerson(
    'both@x.example',
    ...scopes.map((scope) => ({ role: 'reviewer' as const, scope })),
  );
  const first = await topic('desk:e:L-1-1', both);
  const second = await topic('desk:e:L-1-2', both);
  expect([first, second].map(stationsOf)).toEqual([['L-1-1-1'], ['L-1-2-1']]);
  const { areaPath } = second.json<{ data: { areaPath: string[] } }>().data;
  expect(areaPath).toHaveLength(3);
  for (const name of ['desk:e', 'desk:e:L-1']) expect((await topic(name, both)).statusCode, name).toBe(403);
});

test('whoever may not watch learns nothing: elsewhere, above, and what does not exist answer alike', async () => {
  const names = ['desk:e', 'desk:e:L-1', 'desk:e:L-1-2', 'desk:e:nowhere', 'desk:nothing'];
  const answers = await Promise.all(names.map((name) => topic(name, reviewer)));
  const told = answers.map((answer) => {
    const { code, detail } = answer.json<{ code: string; detail: string }>();
    return { status: answer.statusCode, code, detail };
  });
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(told[0]).toMatchObject({ status: 403, code: 'forbidden' });
});

test('a correspondent of one area sends nothing for another, and sees no desk, nor the sheets of his own', async () => {
  const agent = await bed.addPerson('agent@x.example', {
    role: 'correspondent',
    scope: { election: 'e', area: 'L-1-1' },
  });
  const post = (station: string) =>
    bed.send('POST', `${results}/polling-station`, {
      headers: { ...agent, 'idempotency-key': randomUUID() },
      body: presidentSheet(station, { ama: 9, kofi: 8, esi: 7 }),
    });
  expect((await post('L-1-2-2')).json()).toMatchObject({ status: 403 });
  expect((await post('L-2-1-1')).json()).toMatchObject({ status: 403 });
  expect((await post('L-1-1-2')).statusCode).toBe(201);
  for (const name of ['desk:e', 'desk:e:L-1-1', 'desk:e:L-1-2', 'presenter:e']) {
    expect((await topic(name, agent)).json(), name).toMatchObject({ code: 'forbidden' });
  }
  expect((await get(`${results}/sheets`, agent)).statusCode).toBe(403);
  expect((await get(`${results}/sheets/${own.id}`, agent)).statusCode).toBe(403);
});
