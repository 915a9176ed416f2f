// A change of rights is felt everywhere: in two processes on one database, on sockets that are open, by command and by
// the clock alone.
import { type UserId, unwrap } from '@comitium/basics';
import type { ServerMessage } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from './platform/database/testing/create-test-database.ts';
import { byOperator, type Headers, openTestApp, type TestApp } from './testing/open-test-app.ts';
import { openTestElection } from './testing/test-nation.ts';

const db = await createTestDatabase();
const processes = [await openTestApp(db), await openTestApp(db)] as const;
const [here] = processes;
const addresses = await Promise.all(
  processes.map(({ app }) => app.server.listen({ host: '127.0.0.1', port: 0 })),
);
afterAll(() => Promise.all(processes.map(({ close }) => close())));
await openTestElection(here);
const topic = 'presenter:e';
const root = await here.addPerson('root@x.example', { role: 'platform_administrator' });

interface Watcher {
  /** The next message of this kind about the topic. */
  next(op: ServerMessage['op']): Promise<ServerMessage>;
  subscribe(): void;
  readonly closed: Promise<number>;
}

const openSocket = async (address: string, headers: Headers): Promise<Watcher> => {
  const answer = await fetch(`${address}/api/v1/live/ticket`, { method: 'POST', headers });
  const { ticket } = (await answer.json()) as { ticket: string };
  const socket = new WebSocket(`${address.replace('http', 'ws')}/live?ticket=${ticket}`);
  const seen: ServerMessage[] = [];
  const waiting = new Map<string, (message: ServerMessage) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as ServerMessage;
    const wanted = waiting.get(message.op);
    if (wanted === undefined) seen.push(message);
    waiting.delete(message.op);
    wanted?.(message);
  };
  const closed = Promise.withResolvers<number>();
  socket.onclose = ({ code }) => closed.resolve(code);
  const opened = Promise.withResolvers<void>();
  socket.onopen = () => opened.resolve();
  await opened.promise;
  return {
    closed: closed.promise,
    subscribe: () => socket.send(JSON.stringify({ op: 'subscribe', topic })),
    next: (op) => {
      const at = seen.findIndex((message) => message.op === op);
      const [found] = at < 0 ? [] : seen.splice(at, 1);
      if (found !== undefined) return Promise.resolve(found);
      const { promise, resolve } = Promise.withResolvers<ServerMessage>();
      waiting.set(op, resolve);
      return promise;
    },
  };
};

const watchEverywhere = async (headers: Headers): Promise<Watcher[]> => {
  const watchers = await Promise.all(addresses.map((address) => openSocket(address, headers)));
  for (const watcher of watchers) {
    watcher.subscribe();
    await watcher.next('snapshot');
  }
  return watchers;
};
const closings = (watchers: readonly Watcher[]) => Promise.all(watchers.map(({ closed }) => closed));

const setClocks = (now: Date): void => {
  for (const { time } of processes) time.now = now;
};
const later = (ms: number): Date => new Date(here.time.now.getTime() + ms);
const statuses = (headers: Headers) =>
  Promise.all(
    processes.map(async ({ send }) => (await send('GET', '/elections/e/presenter', { headers })).statusCode),
  );

const addPresenter = async (
  { app, signIn }: TestApp,
  email: string,
  times: { from?: Date; until?: Date },
) => {
  const password = 'a long enough phrase';
  const created = await app.accounts.createPerson({ ...byOperator, email, name: email, password });
  const personId = unwrap(created);
  const grant = await app.accounts.giveGrant({
    ...byOperator,
    personId,
    role: 'presenter',
    scope: { election: 'e' },
    startsAt: times.from ?? null,
    endsAt: times.until ?? null,
  });
  return { personId, grantId: unwrap(grant).id, headers: await signIn(email) };
};

test('a role that is taken away closes the sockets that it opened, in every process', async () => {
  const { headers, personId, grantId } = await addPresenter(here, 'taken@x.example', {});
  const watchers = await watchEverywhere(headers);
  const body = { reason: 'the show is over' };
  const path = `/people/${personId}/grants/${grantId}/end`;
  expect((await here.send('POST', path, { headers: root, body })).statusCode).toBe(204);
  const errors = await Promise.all(watchers.map((watcher) => watcher.next('error')));
  expect(errors).toMatchObject([
    { code: 'forbidden', topic },
    { code: 'forbidden', topic },
  ]);
  expect(await closings(watchers)).toEqual([4403, 4403]);
  expect(await statuses(headers)).toEqual([403, 403]);
});

test('a role that ends by the clock ends then: no command says so, and no socket outlives it', async () => {
  const until = later(30_000);
  const { headers } = await addPresenter(here, 'ends@x.example', { until });
  const watchers = await watchEverywhere(headers);
  setClocks(new Date(until.getTime() - 1));
  expect(await statuses(headers)).toEqual([200, 200]);
  setClocks(until);
  expect(await statuses(headers)).toEqual([403, 403]);
  expect(await closings(watchers)).toEqual([4403, 4403]);
});

test('a role that begins by the clock begins then, on a socket that was open before', async () => {
  const from = later(30_000);
  const { headers } = await addPresenter(here, 'begins@x.example', { from });
  const watchers = await Promise.all(addresses.map((address) => openSocket(address, headers)));
  setClocks(new Date(from.getTime() - 1));
  expect(await statuses(headers)).toEqual([403, 403]);
  for (const watcher of watchers) watcher.subscribe();
  const refusals = await Promise.all(watchers.map((watcher) => watcher.next('error')));
  expect(refusals).toMatchObject([{ code: 'forbidden' }, { code: 'forbidden' }]);
  setClocks(from);
  expect(await statuses(headers)).toEqual([200, 200]);
  for (const watcher of watchers) watcher.subscribe();
  const states = await Promise.all(watchers.map((watcher) => watcher.next('snapshot')));
  expect(states).toMatchObject([{ topic }, { topic }]);
});

test('a role given while a socket is open can be used on it at once, in every process', async () => {
  const headers = await here.addPerson('given@x.example');
  const person = await here.app.accounts.findPersonByIdentity('given@x.example');
  const watchers = await Promise.all(addresses.map((address) => openSocket(address, headers)));
  for (const watcher of watchers) watcher.subscribe();
  await Promise.all(watchers.map((watcher) => watcher.next('error')));
  const heard = Promise.withResolvers<void>();
  const stop = processes[1].app.accounts.onRightsChanged((id: UserId) => {
    if (id === person?.id) heard.resolve();
  });
  const body = { role: 'presenter', scope: { election: 'e' } };
  const given = await here.send('POST', `/people/${person?.id}/grants`, { headers: root, body });
  expect(given.statusCode).toBe(201);
  await heard.promise;
  stop();
  for (const watcher of watchers) watcher.subscribe();
  const states = await Promise.all(watchers.map((watcher) => watcher.next('snapshot')));
  expect(states).toMatchObject([{ topic }, { topic }]);
});

test('sessions that an administrator ends take their sockets with them, in every process', async () => {
  const { headers, personId } = await addPresenter(here, 'ended@x.example', {});
  const watchers = await watchEverywhere(headers);
  const listed = await here.send('GET', `/people/${personId}/sessions`, { headers: root });
  const [session] = listed.json<{ items: { id: string }[] }>().items;
  const body = { reason: 'the telephone was stolen' };
  const end = (of: string, id = '') =>
    here.send('POST', `/people/${of}/sessions${id}/end`, { headers: root, body });
  const other = await here.app.accounts.findPersonByIdentity('given@x.example');
  expect((await end(other?.id ?? '', `/${session?.id}`)).statusCode).toBe(404);
  expect((await end(personId, `/${session?.id}`)).statusCode).toBe(204);
  expect(await closings(watchers)).toEqual([4401, 4401]);
  expect((await here.send('GET', '/auth/me', { headers })).statusCode).toBe(401);
  expect((await end(personId, `/${session?.id}`)).statusCode).toBe(404);
  expect((await end(personId)).statusCode).toBe(204);
});
