import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { unwrap } from '@comitium/basics';
import type { BatchAnswer, BatchLine } from '@comitium/contract';
import { afterEach, expect, test, vi } from 'vitest';
import { openSession } from './open-session.ts';
import { defaultRetryPolicy } from './retry-policy.ts';
import { type BatchUpload, sendBatch } from './send-batch.ts';
import type { SendFailure } from './send-failure.ts';
import { type CollectingServerOptions, startCollectingServer } from './testing/collecting-server.ts';
import { testPassword } from './testing/pass-desk.ts';

// A busy machine may take many times what an idle one does.
vi.setConfig({ testTimeout: 60_000 });

const retry = { ...defaultRetryPolicy, attempts: 3, baseMs: 1, longestMs: 2 };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const start = async (options: CollectingServerOptions = {}) => {
  const server = await startCollectingServer(options);
  stops.push(server.close);
  const session = openSession({ email: 'desk@x', password: testPassword }, { url: server.url, retry });
  return { ...server, token: session.token };
};

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(async () => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

function* makeLines(count: number, taken?: (line: number) => void): Generator<BatchLine> {
  for (let i = 1; i <= count; i += 1) {
    taken?.(i);
    const figures = { votes: { a: i, b: 2 }, rejected: 0, cast: i + 2, registered: i + 9 };
    yield { key: `k${i}`, station: `S${i}`, contest: 'race', ...figures };
  }
}

const collect = async (upload: Omit<BatchUpload, 'election' | 'retry'>) => {
  const answers: BatchAnswer[] = [];
  let failure: SendFailure | null = null;
  for await (const answer of sendBatch({ ...upload, election: 'e', retry })) {
    if (answer.ok) answers.push(answer.value);
    else failure = answer.error;
  }
  return { answers, failure };
};

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

test('every line is answered in order, by one request', async () => {
  const { url, token, counts, sheets } = await start();
  const { answers, failure } = await collect({ url, token, lines: makeLines(5000) });
  expect(failure).toBeNull();
  expect(answers.map(({ line }) => line)).toEqual(numbers(5000));
  expect(answers.every(({ status, receipt }) => status === 201 && receipt?.status === 'accepted')).toBe(true);
  expect([counts.batches, sheets.size]).toEqual([1, 5000]);
});

test('answers come while later lines have not been made: the window holds the reading back', async () => {
  const { url, token } = await start();
  let made = 0;
  let ahead = 0;
  const lines = makeLines(2000, (line) => {
    made = line;
  });
  const upload = { url, token, lines, election: 'e', retry, window: 50 };
  for await (const answer of sendBatch(upload)) ahead = Math.max(ahead, made - unwrap(answer).line);
  expect(made).toBe(2000);
  expect(ahead).toBeLessThanOrEqual(50);
});

test('after broken connections the upload goes on with the first unanswered line, nothing twice', async () => {
  const breaks = new Map([
    [700, 'drop'],
    [1400, 'drop-after'],
    [1401, 'drop'],
  ] as const);
  const { url, token, counts, sheets } = await start({
    lineTrouble: (count) => breaks.get(count as 700) ?? null,
  });
  const { answers, failure } = await collect({ url, token, lines: makeLines(3000) });
  expect(failure).toBeNull();
  expect(answers.map(({ line }) => line)).toEqual(numbers(3000));
  expect(answers.filter(({ replayed }) => replayed).length).toBeGreaterThan(0);
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect([counts.batches, sheets.size]).toEqual([4, 3000]);
});

test('lines that the server could not take just then are sent again', async () => {
  const { url, token, sheets } = await start({ lineTrouble: (count) => (count % 10 === 3 ? 503 : null) });
  const { answers } = await collect({ url, token, lines: makeLines(100) });
  expect(answers.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual(numbers(100));
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect(sheets.size).toBe(100);
});

test('a line that is told when to come again decides how long the next request waits', async () => {
  const options = {
    lineTrouble: (count: number) => (count === 1 ? 503 : null),
    lineRetryAfterSeconds: 0.001,
  };
  const { url, token, counts } = await start(options);
  // Without its word the policy would wait for ten minutes.
  const patient = { ...retry, baseMs: 600_000, longestMs: 600_000 };
  const answered: number[] = [];
  for await (const answer of sendBatch({ url, token, lines: makeLines(3), election: 'e', retry: patient }))
    answered.push(unwrap(answer).line);
  expect(answered).toEqual([1, 3, 2]);
  expect(counts.batches).toBe(2);
});

test('a bad line is answered as such and stops nobody', async () => {
  const { url, token } = await start();
  const [first, second] = [...makeLines(2)] as [BatchLine, BatchLine];
  const lines = [first, { ...first, key: 'other' }, second];
  const { answers } = await collect({ url, token, lines });
  expect(answers.map(({ status }) => status)).toEqual([201, 409, 201]);
  expect(answers[1]?.problem?.code).toBe('sheet_exists');
});

test('a whole request is repeated on 429 and 503, and refused for good on 401', async () => {
  const busy = [429, 503];
  const { url, token } = await start({
    trouble: (path) => (path.endsWith('/batch') ? (busy.pop() ?? null) : null),
  });
  expect(await collect({ url, token, lines: makeLines(3) })).toMatchObject({ failure: null });
  const { failure } = await collect({ url, token: 'stale', lines: makeLines(3) });
  expect(failure).toMatchObject({ code: 'refused', status: 401 });
});

test('a server that stays away is unreachable; no lines at all are no failure', async () => {
  const away = await start({ trouble: (path) => (path.endsWith('/batch') ? 'drop' : null) });
  expect((await collect({ ...away, lines: makeLines(3) })).failure).toMatchObject({ code: 'unreachable' });
  const { url, token } = await start();
  expect(await collect({ url, token, lines: [] })).toEqual({ answers: [], failure: null });
});

test('a server that answers when it has read everything, gets the lines window by window', async () => {
  const server = createServer(async (request, response) => {
    const received = (await text(request)).trim().split('\n');
    const answers = received.map((line, i) => ({ line: i + 1, key: JSON.parse(line).key, status: 201 }));
    response.end(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  });
  const upload = { url: await listen(server), token: 't', lines: makeLines(25), window: 10, stallMs: 1 };
  const { answers, failure } = await collect(upload);
  expect(failure).toBeNull();
  expect(answers.map(({ line }) => line)).toEqual(numbers(25));
});

test('lines that throw are a bug of their maker, not of the network', async () => {
  const { url, token } = await start();
  const lines = makeLines(100, (line) => {
    if (line === 60) throw new Error('no line 60');
  });
  await expect(collect({ url, token, lines })).rejects.toThrow('no line 60');
});

test('a caller that has seen enough lets the lines go', async () => {
  const { url, token } = await start();
  let released = false;
  const lines = (function* () {
    try {
      yield* makeLines(100_000);
    } finally {
      released = true;
    }
  })();
  for await (const answer of sendBatch({ url, token, lines, election: 'e', retry }))
    if (unwrap(answer).line === 10) break;
  expect(released).toBe(true);
});

test('an answer for another line breaks the contract', async () => {
  const server = createServer((request, response) => {
    request.resume();
    response.end('{"line":1,"key":"k9","status":201}\n');
  });
  const url = await listen(server);
  const { failure } = await collect({ url, token: 't', lines: makeLines(3) });
  expect(failure).toMatchObject({ code: 'protocol_broken' });
});

test('an abort ends the upload, and the lines are let go', async () => {
  const { url, token, sheets } = await start();
  const abort = new AbortController();
  let failure: SendFailure | null = null;
  const upload = { url, token, lines: makeLines(100_000), election: 'e', retry, signal: abort.signal };
  for await (const answer of sendBatch(upload)) {
    if (!answer.ok) failure = answer.error;
    else if (answer.value.line === 100) abort.abort();
  }
  expect(failure).toEqual({ code: 'aborted' });
  expect(sheets.size).toBeLessThan(100_000);
});
