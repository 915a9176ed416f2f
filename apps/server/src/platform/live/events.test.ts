import { once } from 'node:events';
import { createServer } from 'node:http';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attachLive } from './attach-live.ts';
import { FeedClient } from './testing/feed-client.ts';
import { type Feed, startFeed } from './testing/start-feed.ts';

let feed: Feed;
beforeEach(async () => {
  feed = await startFeed();
});
afterEach(() => feed.stop());

/** Makes the whole state longer than an update. */
const long = 'x'.repeat(400);

/** Reads a stream until the text holds what is looked for. */
const openStream = async (query: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${feed.httpUrl}/live/events?${query}`, { headers });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const until = async (part: string) => {
    while (!text.includes(part)) {
      const chunk = await reader?.read();
      if (chunk?.done !== false) throw new Error(`the stream ended before ${part}: ${text}`);
      text += chunk.value;
    }
    return text;
  };
  const ended = async () => {
    for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read())
      text += chunk.value;
    return text;
  };
  return { response, until, ended };
};

test('L30 a stream carries snapshot, updates and heartbeats, each with its number as id', async () => {
  const stream = await openStream('topic=board:a');
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
  expect(await stream.until('\n\n')).toMatch(/^id: \d+\nevent: snapshot\ndata: {"op":"snapshot"/);
  await feed.put('a', { votes: 3 });
  expect(await stream.until('"data":{"votes":3}}\n\n')).toMatch(/id: \d+\nevent: update/);
  feed.scheduler.advance(25_000);
  await stream.until('event: heartbeat');
});

test('L30 Last-Event-ID resumes', async () => {
  const client = feed.connect();
  await client.next('hello');
  feed.board.states.set('a', { votes: 0, long });
  const { seq } = await client.watch('board:a');
  await feed.put('a', { votes: 3, long });
  for (const stream of [
    await openStream('topic=board:a', { 'last-event-id': String(seq) }),
    await openStream(`topic=board:a&since=${seq}`),
  ]) {
    expect(await stream.until('\n\n')).toContain(`"prev":${seq},"data":{"votes":3}`);
  }
});

test.each([
  ['topic=board:no-such', 404, 'topic_not_found'],
  ['', 404, 'topic_not_found'],
  ['topic=desk:a', 401, 'unauthenticated'],
])('L31 %j is refused with %i', async (query, status, code) => {
  for (const path of ['events', 'state']) {
    const response = await fetch(`${feed.httpUrl}/live/${path}?${query}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status, code });
  }
  await expect.poll(() => feed.metrics.counts['streams']).toBe(0);
});

test('L31 a right that is lost ends the stream with the reason', async () => {
  const stream = await openStream(`topic=desk:a&ticket=${feed.ticket('ama')}`);
  await stream.until('snapshot');
  feed.desk.barred.add('ama');
  await feed.hub.recheck('ama');
  expect(await stream.ended()).toMatch(/event: problem\ndata: {"op":"error","code":"forbidden"/);
});

test('L10 a drain ends streams and says when to come back', async () => {
  const stream = await openStream('topic=board:a');
  await stream.until('snapshot');
  const drained = feed.hub.drain();
  feed.scheduler.advance(0);
  const wait = /retry: (\d+)/.exec(await stream.ended());
  expect(Number(wait?.[1])).toBeGreaterThanOrEqual(500);
  expect(Number(wait?.[1])).toBeLessThan(5_000);
  await drained;
});

test('L32 the state is a cacheable answer that knows when nothing has changed', async () => {
  const url = `${feed.httpUrl}/live/state?topic=board:a`;
  const response = await fetch(url);
  const { seq, data } = (await response.json()) as { seq: number; data: unknown };
  expect(data).toEqual({ votes: 0 });
  expect(response.headers.get('etag')).toBe(`"${seq}"`);
  expect(response.headers.get('cache-control')).toContain('s-maxage=1');
  const headers = { 'if-none-match': `"${seq}"` };
  expect((await fetch(url, { headers })).status).toBe(304);
  feed.board.states.set('a', { votes: 1 });
  feed.hub.touch('board:a');
  feed.scheduler.advance(250);
  expect(await (await fetch(url, { headers })).json()).toMatchObject({ data: { votes: 1 } });
});

test('L32 what a ticket was needed for is not stored', async () => {
  const response = await fetch(`${feed.httpUrl}/live/state?topic=desk:a&ticket=${feed.ticket('ama')}`);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
});

test('on fastify the feed brings its two routes and keeps the headers of the house', async () => {
  const app = Fastify();
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-house', 'yes');
  });
  const configs: unknown[] = [];
  app.addHook('onRoute', ({ config }) => {
    configs.push(config);
  });
  attachLive(app, feed.hub, { clientAddress: () => '192.0.2.1', routeConfig: { access: 'public' } });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const response = await fetch(`${url}/live/state?topic=board:a`);
  expect(await response.json()).toMatchObject({ data: { votes: 0 } });
  expect(response.headers.get('x-house')).toBe('yes');
  expect(configs).toContainEqual({ access: 'public' });
  const client = new FeedClient(`${url.replace('http', 'ws')}/live`);
  await client.next('hello');
  await client.close();
  await app.close();
});

test('an upgrade elsewhere is refused when nobody else could answer it', async () => {
  const server = createServer();
  attachLive(server, feed.hub, { clientAddress: () => '192.0.2.1' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = new FeedClient(`ws://127.0.0.1:${address.port}/elsewhere`);
  await client.closed;
  expect(client.error?.message).toContain('404');
  server.close();
});
