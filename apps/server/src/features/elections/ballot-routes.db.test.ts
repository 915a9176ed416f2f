import type { Contest, Election, ImportReport, PageOf, Party } from '@comitium/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { createTestBed, type Headers, type TestBed } from './testing/create-test-bed.ts';
import { electionBody, importSmallLand, smallBallots } from './testing/small-land.ts';

const db = await createTestDatabase();
let bed: TestBed;
let boss: Headers;

beforeAll(async () => {
  bed = await createTestBed(db);
  await importSmallLand(bed);
  boss = await bed.addPerson('boss@example.org', { role: 'platform_administrator' });
});
afterAll(() => bed.close());

const send: TestBed['send'] = (method, url, more = {}) =>
  bed.send(method, url, { ...more, headers: { ...boss, ...more.headers } });
const create = async (code: string) => {
  await send('POST', '/elections', { body: electionBody(code) });
  await send('PUT', `/elections/${code}/ballots`, { body: smallBallots() });
};
const ballotOf = async (election: string, contest: string) =>
  (await bed.elections.book.find(election))?.contest(contest)?.choices.map(({ code }) => code);

/** A sheet by SQL, because the room that takes sheets lies above. */
const addSheet = async (election: string, contestCode: string): Promise<void> => {
  const facts = await bed.elections.book.find(election);
  const contest = facts?.contest(contestCode);
  const station = facts?.register.ids[facts.register.find('N1') ?? -1];
  await db.pool.query(
    `insert into sheet (id, election_id, race_id, contest_id, station_id, revision, status, flagged, votes, rejected,
       cast_ballots, registered, author_id, source, received_at, updated_at)
     values (gen_random_uuid(), $1, $2, $3, $4, 1, 'accepted', false, '{1}', 0, 1, 100, gen_random_uuid(), 'api', now(), now())`,
    [facts?.id, contest?.race.id, contest?.id, station],
  );
};

test('ballots are imported as a whole, with names, colours and blank votes filled in', async () => {
  await create('whole');
  const election = (await send('GET', '/elections/whole')).json<Election>();
  expect(
    election.races.map(({ code, contests, seats, districtLevel }) => [code, contests, seats, districtLevel]),
  ).toEqual([
    ['president', 1, 1, 0],
    ['parliament', 2, 2, 1],
  ]);
  const { items } = (await send('GET', '/elections/whole/contests')).json<PageOf<Contest>>();
  expect(items.map(({ code, name, area, heldBy }) => [code, name, area, heldBy])).toEqual([
    ['president', 'President', 'L', null],
    ['parliament-N', 'Name N', 'N', 'red'],
    ['parliament-S', 'Name S', 'S', null],
  ]);
  expect(items[1]?.choices).toMatchObject([
    { code: 'n-red', party: 'red', color: '#aa0000', ballotOrder: 0 },
    { code: 'blank', party: null, ballotOrder: 1 },
  ]);
  const columns = (await bed.elections.book.find('whole'))?.race('parliament')?.columns;
  expect(columns?.map(({ code }) => code)).toEqual(['red', 'independent', 'blank']);
});

test('contests are found by race and area, and paged', async () => {
  const codes = async (query: string) =>
    (await send('GET', `/elections/whole/contests?${query}`))
      .json<PageOf<Contest>>()
      .items.map(({ code }) => code);
  expect(await codes('race=parliament')).toEqual(['parliament-N', 'parliament-S']);
  expect(await codes('area=N1')).toEqual(['president', 'parliament-N']);
  expect(await codes('area=L&race=parliament')).toEqual(['parliament-N', 'parliament-S']);
  const first = (await send('GET', '/elections/whole/contests?limit=2')).json<PageOf<Contest>>();
  expect(await codes(`limit=2&cursor=${first.nextCursor}`)).toEqual(['parliament-S']);
  expect((await send('GET', '/elections/whole/contests?race=king')).json()).toMatchObject({
    code: 'race_not_found',
  });
  expect((await send('GET', '/elections/whole/contests/parliament-S')).json()).toMatchObject({ area: 'S' });
});

test('ballots with errors are refused with all of them, and the old ones stay', async () => {
  const ballots = smallBallots();
  const bad = {
    ...ballots,
    parties: [
      ...ballots.parties,
      { code: 'blank', name: 'B', shortName: 'B', color: '#000000' },
      ballots.parties[0],
    ],
    contests: [
      ...ballots.contests,
      { race: 'parliament', area: 'N1', choices: [{ code: 'x', name: 'X', party: 'green' }] },
      {
        race: 'parliament',
        area: 'Q',
        heldBy: 'green',
        choices: [
          { code: 'x', name: ' ' },
          { code: 'x', name: 'X' },
        ],
      },
      { race: 'parliament', area: 'S', choices: [{ code: 'x', name: 'X' }] },
    ],
  };
  const dry = await send('PUT', '/elections/whole/ballots?dryRun=true', { body: bad });
  expect(dry.statusCode).toBe(200);
  const found = dry.json<ImportReport>().errors.map(({ path, code }) => [path, code]);
  expect(found).toEqual([
    ['/parties/3/code', 'duplicate_code'],
    ['/parties/2/code', 'reserved_code'],
    ['/contests/3/area', 'levels_differ'],
    ['/contests/3/choices/0/party', 'party_not_found'],
    ['/contests/4/area', 'area_not_found'],
    ['/contests/4/heldBy', 'party_not_found'],
    ['/contests/4/choices/0/name', 'empty'],
    ['/contests/4/choices/1/code', 'duplicate_code'],
    ['/contests/5/area', 'duplicate_contest'],
  ]);
  const refused = await send('PUT', '/elections/whole/ballots', { body: bad });
  expect(refused.statusCode).toBe(422);
  expect(refused.json<{ errors: unknown[] }>().errors).toHaveLength(found.length);
  expect(await ballotOf('whole', 'president')).toEqual(['ama', 'kofi', 'esi']);
});

test('errors of form are all told, however many', async () => {
  const contests = Array.from({ length: 30 }, () => ({
    race: 'parliament',
    area: 7,
    choices: [{ code: 'x' }],
  }));
  const refused = await send('PUT', '/elections/whole/ballots', { body: { ...smallBallots(), contests } });
  expect(refused.json<{ errors: unknown[] }>().errors).toHaveLength(60);
});

test('errors of form and broken rules are told at once', async () => {
  const { parties, races } = smallBallots();
  const body = {
    parties: [...parties, { code: 'pink', name: 'Pinks', shortName: 'P' }],
    races,
    contests: [
      {
        race: 'parliament',
        area: 'Q',
        choices: [
          { code: 'x', name: 7, party: 'pink' },
          { code: 'x', name: 'X' },
        ],
      },
      { race: 'parliament', area: 'N', seats: 'many', choices: 'none' },
      { race: 'senate', area: 'N', choices: [{ code: 'y', name: 'Y' }] },
    ],
  };
  const dry = await send('PUT', '/elections/whole/ballots?dryRun=true', { body });
  const { errors } = dry.json<ImportReport>();
  expect(errors.map(({ path, code }) => [path, code])).toEqual([
    [`/parties/${parties.length}/color`, 'required'],
    ['/contests/1/seats', 'type'],
    ['/contests/1/choices', 'type'],
    ['/contests/0/choices/0/name', 'type'],
    ['/contests/0/area', 'area_not_found'],
    ['/contests/0/choices/1/code', 'duplicate_code'],
    ['/contests/2/race', 'race_not_found'],
  ]);
  expect((await send('PUT', '/elections/whole/ballots', { body })).statusCode).toBe(422);
});

test('flat CSV makes the same ballots, and names the line of each error', async () => {
  await send('POST', '/elections', { body: electionBody('flat') });
  const put = (lines: string[], query = '') =>
    send('PUT', `/elections/flat/ballots${query}`, {
      headers: { 'content-type': 'text/csv' },
      body: ['race,area,code,name,party,party_name,party_color,seats,held_by,blank_votes', ...lines].join(
        '\n',
      ),
    });
  const refused = await put([
    'mp,N,a,Ama,red,Reds,#aa0000,2,,yes',
    'mp,Q,b,Ben,,,,,,',
    'mp,S,c,,,,,,,',
    'mp,S,d,Dan,,,,many,,',
  ]);
  expect(refused.json<{ errors: { line: number; code: string }[] }>().errors.map(({ line }) => line)).toEqual(
    [3, 4, 5],
  );
  expect(refused.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path)).toEqual([
    'area',
    'name',
    'seats',
  ]);
  const unknown = await put(['mp,N,a,Ama,red,Reds,#aa0000,2,,yes', 'mp,Q,b,Ben,,,,,,']);
  expect(unknown.json()).toMatchObject({ errors: [{ line: 3, code: 'area_not_found' }] });
  expect(
    (await put(['mp,N,a,Ama,red,Reds,#aa0000,2,red,yes', 'mp,N,b,Ben,,,,,,', 'mp,S,c,Cleo,red,,,,,']))
      .statusCode,
  ).toBe(200);
  const facts = await bed.elections.book.find('flat');
  expect(facts?.parties).toMatchObject([{ code: 'red', name: 'Reds', color: '#aa0000' }]);
  expect(facts?.contest('mp-N')).toMatchObject({ seats: 2, heldBy: 'red' });
  expect(await ballotOf('flat', 'mp-N')).toEqual(['a', 'b', 'blank']);
});

test('parties, races, contests and choices are changed one at a time', async () => {
  await create('single');
  const url = '/elections/single';
  const green = { code: 'green', name: 'Greens', shortName: 'G', color: '#00aa00' };
  expect((await send('POST', `${url}/parties`, { body: green })).statusCode).toBe(201);
  expect((await send('POST', `${url}/parties`, { body: green })).json()).toMatchObject({
    code: 'code_taken',
  });
  expect((await send('POST', `${url}/parties`, { body: { ...green, code: 'blank' } })).statusCode).toBe(422);
  await send('PATCH', `${url}/parties/red`, { body: { color: '#ff0000' } });
  expect((await send('DELETE', `${url}/parties/red`)).json()).toMatchObject({ code: 'in_use' });
  expect((await send('DELETE', `${url}/parties/green`)).statusCode).toBe(204);
  const parties = (await bed.send('GET', `${url}/parties`, { headers: boss })).json<PageOf<Party>>();
  expect(parties.items.map(({ code, color }) => [code, color])).toEqual([
    ['red', '#ff0000'],
    ['blue', '#0000aa'],
  ]);
  const facts = await bed.elections.book.find('single');
  expect(facts?.contest('president')?.choices[0]?.color).toBe('#ff0000');

  const added = await send('POST', `${url}/contests/parliament-N/choices`, {
    body: { code: 'n-blue', name: 'Naa', party: 'blue' },
  });
  expect(added.json()).toMatchObject({ color: '#0000aa', ballotOrder: 1 });
  expect(await ballotOf('single', 'parliament-N')).toEqual(['n-red', 'n-blue', 'blank']);
  await send('PATCH', `${url}/contests/parliament-N/choices/n-blue`, {
    body: { name: 'Naa B.', party: null },
  });
  await send('DELETE', `${url}/contests/parliament-N/choices/n-red`);
  expect(await ballotOf('single', 'parliament-N')).toEqual(['n-blue', 'blank']);
  expect((await send('DELETE', `${url}/contests/parliament-N/choices/blank`)).json()).toMatchObject({
    code: 'in_use',
  });
  expect((await send('DELETE', `${url}/contests/parliament-N`)).statusCode).toBe(204);
  const again = {
    race: 'parliament',
    area: 'N',
    heldBy: null,
    choices: [{ code: 'n-new', name: 'Nana', party: null }],
  };
  expect((await send('POST', `${url}/contests`, { body: again })).json()).toMatchObject({
    code: 'parliament-N',
  });
  expect((await send('POST', `${url}/contests`, { body: again })).json()).toMatchObject({
    errors: [{ path: '/area', code: 'duplicate_contest' }],
  });

  const mayor = { code: 'mayor', name: 'Mayor', seatMethod: 'plurality' };
  expect((await send('POST', `${url}/races`, { body: mayor })).statusCode).toBe(201);
  expect((await send('POST', `${url}/transitions/open`, { body: {} })).json()).toMatchObject({
    code: 'not_complete',
  });
  await send('PATCH', `${url}/races/mayor`, { body: { name: 'Mayors', seatMethod: 'majority' } });
  expect((await bed.elections.book.find('single'))?.race('mayor')).toMatchObject({
    name: 'Mayors',
    seatMethod: 'majority',
  });
  expect((await send('DELETE', `${url}/races/mayor`)).statusCode).toBe(204);
});

test('what a sheet depends on stays, names and colours may change', async () => {
  await create('used');
  await addSheet('used', 'parliament-N');
  const url = '/elections/used';
  const code = async (answer: ReturnType<TestBed['send']>) => (await answer).json<{ code: string }>().code;
  expect(await code(send('PUT', `${url}/ballots`, { body: smallBallots() }))).toBe('in_use');
  expect(await code(send('DELETE', `${url}/races/parliament`))).toBe('in_use');
  expect(await code(send('DELETE', `${url}/contests/parliament-S`))).toBe('in_use');
  const choices = `${url}/contests/parliament-S/choices`;
  expect(await code(send('POST', choices, { body: { code: 'x', name: 'X' } }))).toBe('in_use');
  expect(await code(send('DELETE', `${choices}/s-ind`))).toBe('in_use');
  expect(await code(send('PATCH', `${choices}/s-ind`, { body: { party: 'blue' } }))).toBe('in_use');
  expect((await send('PATCH', `${choices}/s-ind`, { body: { name: 'Sena A.' } })).statusCode).toBe(200);
  const contest = `${url}/contests/parliament-N`;
  const edited = await send('PATCH', contest, { body: { name: 'North', seats: 2, heldBy: null } });
  expect(edited.json()).toMatchObject({ name: 'North', seats: 2, heldBy: null });
  expect((await bed.send('GET', contest, { headers: boss })).json()).toMatchObject({
    name: 'North',
    seats: 2,
  });
  expect(await code(send('PATCH', contest, { body: { heldBy: 'nobody' } }))).toBe('party_not_found');
  const president = `${url}/contests/president/choices`;
  expect((await send('POST', president, { body: { code: 'yaa', name: 'Yaa' } })).statusCode).toBe(201);
});
