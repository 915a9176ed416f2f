// What is exported comes back as it was, whatever names hold, and no spreadsheet takes a name for a formula.
import { unwrap } from '@comitium/basics';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { byOperator, openTestApp } from '../../testing/open-test-app.ts';

const bed = await openTestApp(await createTestDatabase());
afterAll(() => bed.close());

const hostile = [
  '=cmd|calc!A1',
  '+1+2',
  '-1-2',
  '@SUM(A1)',
  'He said "no", twice',
  '\u202eright to left\u202c \u200f',
  ' =1+1',
  '\u200f=1+1',
  '＝1+1',
  "O'Brien; DROP",
];

const areas = [
  { code: 'L', name: '=HYPERLINK("http://x.example")', parent: null, level: 0, registered: 0 },
  ...hostile.map((name, at) => ({ code: `L-${at}`, name, parent: 'L', level: 1, registered: 10 })),
];
unwrap(
  await bed.app.territory.importRegister(
    { code: 'hostile', name: 'Land', levels: ['national', 'station'], areas },
    byOperator,
  ),
);
unwrap(
  await bed.app.elections.createElection(
    { code: 'e', name: 'Election', kind: 'general', pollingDate: '2024-12-07', register: 'hostile' },
    byOperator,
  ),
);
const change = { origin: byOperator, election: 'e' };
unwrap(
  await bed.app.elections.importBallots(change, {
    parties: [],
    races: [{ code: 'president', name: 'President', seatMethod: 'majority' }],
    contests: [{ race: 'president', area: 'L', choices: [{ code: 'a', name: '=1' }] }],
  }),
);
unwrap(await bed.app.elections.moveElection({ ...change, transition: 'open' }));

const formula = /^[\s\u200e\u200f\u202e]*[=+\-@\uff1d]/;

test('names of every kind come back, each in its own line', async () => {
  const answer = await bed.send('GET', '/elections/e/export.csv?level=station');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/csv');
  const rows = parse(answer.body, { columns: true, bom: true }) as { name: string; area: string }[];
  const byCode = new Map(rows.map(({ area, name }) => [area, name]));
  expect([...byCode.values()].filter((name) => formula.test(name))).toEqual([]);
  for (const { code, name } of areas) {
    expect(byCode.get(code)?.replace(/^'/, ''), code).toBe(name);
  }
});

test('JSON gives them unchanged', async () => {
  const answer = await bed.send('GET', '/elections/e/export.json?level=station');
  const { areas: exported } = answer.json<{ areas: { name: string }[] }>();
  expect(exported.map(({ name }) => name)).toEqual(areas.map(({ name }) => name));
});
