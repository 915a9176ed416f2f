import type { Election, PageOf } from '@comitium/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { createTestBed, type Headers, type TestBed } from './testing/create-test-bed.ts';
import { electionBody, importSmallLand, smallBallots } from './testing/small-land.ts';

const db = await createTestDatabase();
let bed: TestBed;
let elsewhere: TestBed;
let boss: Headers;
let stranger: Headers;

beforeAll(async () => {
  bed = await createTestBed(db);
  elsewhere = await createTestBed(db);
  await importSmallLand(bed);
  boss = await bed.addPerson('boss@example.org', { role: 'platform_administrator' });
  stranger = await bed.addPerson('stranger@example.org', { role: 'data_admin' });
});
afterAll(async () => {
  await bed.close();
  await elsewhere.close();
});

const create = (code: string, more: object = {}) =>
  bed.send('POST', '/elections', { headers: boss, body: { ...electionBody(code), ...more } });
const move = (code: string, transition: string, body: object = {}) =>
  bed.send('POST', `/elections/${code}/transitions/${transition}`, { headers: boss, body });
const createWithBallots = async (code: string) => {
  await create(code);
  await bed.send('PUT', `/elections/${code}/ballots`, { headers: boss, body: smallBallots() });
};

test('an election is created in setup, and only its administrators see it', async () => {
  const created = await create('hidden', { previous: null });
  expect(created.statusCode).toBe(201);
  expect(created.headers['etag']).toBe('"1"');
  const election = created.json<Election>();
  expect(election).toMatchObject({
    code: 'hidden',
    state: 'setup',
    basis: 'provisional',
    register: 'land',
    races: [],
  });
  expect((await bed.send('GET', `/elections/${election.id}`, { headers: boss })).json()).toEqual(election);
  expect((await bed.send('GET', '/elections/hidden')).json()).toMatchObject({ code: 'election_not_found' });
  expect((await bed.send('GET', '/elections/hidden/parties')).statusCode).toBe(404);
  expect((await bed.send('GET', '/elections/hidden', { headers: stranger })).statusCode).toBe(404);
  const listed = (await bed.send('GET', '/elections', { headers: boss })).json<PageOf<Election>>();
  expect(listed.items.map(({ code }) => code)).toContain('hidden');
  expect((await bed.send('GET', '/elections')).json<PageOf<Election>>().items).toEqual([]);
});

test('whoever may not enter an election in preparation is answered as if it were not there', async () => {
  await create('secret');
  const edit = async (code: string) => {
    const answer = await bed.send('PATCH', `/elections/${code}`, { headers: stranger, body: { name: 'X' } });
    const { requestId: _, instance: __, ...problem } = answer.json<Record<string, unknown>>();
    return JSON.parse(JSON.stringify(problem).replaceAll(code, 'it')) as unknown;
  };
  expect(await edit('secret')).toEqual(await edit('absent'));
  await createWithBallots('known');
  await move('known', 'open');
  expect(await edit('known')).toMatchObject({ code: 'forbidden' });
});

test('only who manages elections everywhere creates one', async () => {
  const body = electionBody('nobody');
  expect((await bed.send('POST', '/elections', { headers: stranger, body })).statusCode).toBe(403);
  expect((await bed.send('POST', '/elections', { body })).statusCode).toBe(401);
});

test('what an election refers to must be there', async () => {
  expect((await create('hidden')).json()).toMatchObject({ status: 409, code: 'code_taken' });
  expect((await create('lost', { register: 'none' })).json()).toMatchObject({ code: 'register_not_found' });
  expect((await create('lost', { previous: 'none' })).json()).toMatchObject({
    code: 'validation_failed',
    errors: [{ path: '/previous', code: 'election_not_found' }],
  });
  const settings = { severities: { all_zero: 'hold', no_such: 'off', negative_figure: 'warning' } };
  expect((await create('lost', { settings })).json()).toMatchObject({
    errors: [
      { path: '/settings/severities/no_such', code: 'unknown_check' },
      { path: '/settings/severities/negative_figure', code: 'structural_check' },
    ],
  });
});

test('an edit against an old version is refused with the present state', async () => {
  await create('edited');
  const url = '/elections/edited';
  const first = await bed.send('PATCH', url, {
    headers: { ...boss, 'if-match': '"1"' },
    body: { name: 'New name' },
  });
  expect([first.statusCode, first.headers['etag']]).toEqual([200, '"2"']);
  const settings = { rejectedShareMax: 0.1 };
  const late = await bed.send('PATCH', url, { headers: { ...boss, 'if-match': '"1"' }, body: { settings } });
  expect(late.statusCode).toBe(412);
  expect(late.json()).toMatchObject({ code: 'stale_version', current: { name: 'New name', version: 2 } });
  const second = await bed.send('PATCH', url, {
    headers: boss,
    body: { settings, previous: 'hidden', basis: 'verified' },
  });
  expect(second.json()).toMatchObject({
    name: 'New name',
    settings,
    previous: 'hidden',
    basis: 'verified',
    version: 3,
  });
  const cleared = await bed.send('PATCH', url, { headers: boss, body: { previous: null } });
  expect(cleared.json()).toMatchObject({ previous: null, settings });
  const itself = await bed.send('PATCH', url, { headers: boss, body: { previous: 'edited' } });
  expect(itself.json()).toMatchObject({ errors: [{ code: 'same_election' }] });
});

test('an election goes through its life, and the ledger tells it with its reasons', async () => {
  await create('life');
  expect((await move('life', 'open')).json()).toMatchObject({ code: 'not_complete' });
  await bed.send('PUT', '/elections/life/ballots', { headers: boss, body: smallBallots() });
  expect((await move('life', 'start-counting')).json()).toMatchObject({
    code: 'wrong_state',
    state: 'setup',
  });
  expect((await move('life', 'open')).json()).toMatchObject({ state: 'open' });
  expect((await bed.send('GET', '/elections/life')).statusCode).toBe(200);
  await move('life', 'start-counting');
  expect((await move('life', 'close-counting')).json()).toMatchObject({ state: 'provisional' });
  expect((await move('life', 'certify')).json()).toMatchObject({ code: 'not_complete' });
  bed.elections.ports.canCertify = async () => true;
  expect((await move('life', 'certify')).json()).toMatchObject({ state: 'certified' });
  const edit = await bed.send('PATCH', '/elections/life', { headers: boss, body: { name: 'Other' } });
  expect(edit.json()).toMatchObject({ code: 'wrong_state' });
  expect((await move('life', 'reopen')).json()).toMatchObject({ errors: [{ path: '/reason' }] });
  expect((await move('life', 'reopen', { reason: 'A court said so.' })).json()).toMatchObject({
    state: 'reopened',
  });
  const { id } = (await bed.send('GET', '/elections/life')).json<Election>();
  const events = await db.kysely
    .selectFrom('ledger')
    .select(['type', 'payload'])
    .where('stream', '=', `election:${id}`)
    .orderBy('id')
    .execute();
  expect(events.map(({ type }) => type)).toEqual([
    'election.created',
    'ballots.imported',
    'election.opened',
    'election.counting_started',
    'election.counting_closed',
    'election.certified',
    'election.reopened',
  ]);
  expect(events.at(-1)?.payload).toEqual({ from: 'certified', to: 'reopened', reason: 'A court said so.' });
});

test('only who manages the election moves it', async () => {
  await createWithBallots('guarded');
  const url = '/elections/guarded/transitions/open';
  expect((await bed.send('POST', url, { headers: stranger, body: {} })).statusCode).toBe(404);
  const manager = await bed.addPerson('manager@example.org', {
    role: 'election_administrator',
    scope: { election: 'guarded' },
  });
  expect((await bed.send('POST', url, { headers: manager, body: {} })).json()).toMatchObject({
    state: 'open',
  });
  const other = await bed.send('PATCH', '/elections/hidden', { headers: manager, body: { name: 'Mine' } });
  expect(other.statusCode).toBe(404);
});

test('another process learns of a change', async () => {
  await create('shared');
  expect((await elsewhere.elections.book.find('shared'))?.name).toBe('Election shared');
  await bed.send('PATCH', '/elections/shared', { headers: boss, body: { name: 'Changed' } });
  expect((await bed.elections.book.find('shared'))?.name).toBe('Changed');
  await expect.poll(async () => (await elsewhere.elections.book.find('shared'))?.name).toBe('Changed');
});

test('a run-off takes register, parties and the choices that were named', async () => {
  await createWithBallots('first');
  const runOff = (choices: object, code = 'second') =>
    bed.send('POST', '/elections/first/run-off', {
      headers: boss,
      body: { code, name: 'Second round', pollingDate: '2024-12-28', choices },
    });
  expect((await runOff({ president: ['ama', 'kofi'] })).json()).toMatchObject({ code: 'wrong_state' });
  await move('first', 'open');
  await move('first', 'start-counting');
  expect((await runOff({ president: ['ama', 'nobody'] })).json()).toMatchObject({
    errors: [{ path: '/choices/president', code: 'choice_not_found' }],
  });
  expect((await runOff({ king: ['ama', 'kofi'] })).json()).toMatchObject({
    errors: [{ code: 'contest_not_found' }],
  });
  expect((await runOff({ president: ['ama', 'ama'] })).statusCode).toBe(422);
  const second = await runOff({ president: ['kofi', 'ama'] });
  expect(second.statusCode).toBe(201);
  expect(second.json()).toMatchObject({ code: 'second', state: 'setup', follows: 'first', register: 'land' });
  const facts = await bed.elections.book.find('second');
  expect(facts?.races.map(({ code }) => code)).toEqual(['president']);
  expect(facts?.contest('president')?.choices.map(({ code }) => code)).toEqual(['kofi', 'ama']);
  expect((await runOff({ president: ['kofi', 'ama'] })).json()).toMatchObject({ code: 'code_taken' });
});
