import { unwrap } from '@comitium/basics';
import { afterEach, expect, test, vi } from 'vitest';
import type { Nation, NationEvent } from '../loading/index.ts';
import { type ArrivedSheets, restOfNight, subjectOf } from './rest-of-night.ts';
import { defaultRetryPolicy } from './retry-policy.ts';
import { type NightSimulation, simulateNight } from './simulate-night.ts';
import { type CollectingServerOptions, startCollectingServer } from './testing/collecting-server.ts';
import { testPassword } from './testing/pass-desk.ts';
import { smallNation } from './testing/small-nation.ts';

// A busy machine may take many times what an idle one does.
vi.setConfig({ testTimeout: 60_000 });

const retry = { ...defaultRetryPolicy, baseMs: 1, longestMs: 2 };
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const start = async (options: CollectingServerOptions = {}) => {
  const server = await startCollectingServer(options);
  stops.push(server.close);
  return server;
};

const play = (url: string, more: Partial<NightSimulation> = {}) =>
  simulateNight({
    ...{ url, nation: smallNation, minutes: 0, retry, concurrency: 8 },
    correspondent: (district) => ({ email: `${district}@x`, password: testPassword }),
    dataAdmin: { email: 'desk@x', password: testPassword },
    ...more,
  });

const events = (nation: Nation): NationEvent[] => [...nation.night({ minutes: 720 })];
const count = (kind: NationEvent['kind']): number =>
  events(smallNation).filter((event) => event.kind === kind).length;

const arrivedAt = ({ sheets }: Awaited<ReturnType<typeof start>>): ArrivedSheets =>
  new Map([...sheets].map(([subject, { revision }]) => [subject, revision > 1]));

/** The server's sheets are the nation's final ones. */
const expectFinalSheets = ({ sheets }: Awaited<ReturnType<typeof start>>): void => {
  const final = [...smallNation.election.sheets()];
  expect(sheets.size).toBe(final.length);
  for (const { station, contest, votes, rejected, cast, registered } of final) {
    const figures = { votes, rejected, cast, registered };
    expect(sheets.get(`${station} ${contest}`)).toMatchObject({ status: 'accepted', figures });
  }
};

test('a night ends in the final sheets: submitted by districts, held ones corrected, repeated ones replayed', async () => {
  const server = await start();
  const report = unwrap(await play(server.url));
  expect(report).toMatchObject({
    ended: 'complete',
    answered: events(smallNation).length,
    accepted: count('submit'),
    held: count('held'),
    corrected: count('correct'),
    replayed: count('duplicate'),
    ...{ conflicts: 0, refused: 0, retried: 0 },
  });
  expectFinalSheets(server);
  expect(server.signIns.toSorted()).toEqual(['D0@x', 'D1@x', 'D2@x', 'D3@x', 'desk@x']);
});

test('busy and broken answers are repeated with the same key until the night is complete', async () => {
  const troubles = [null, 503, null, 'drop', null, 429, 'drop-after', null] as const;
  const server = await start({ trouble: (_, before) => (before < 800 ? troubles[before % 8]! : null) });
  const report = unwrap(await play(server.url));
  expect(report).toMatchObject({ ended: 'complete', refused: 0, conflicts: 0 });
  expect(report.retried).toBeGreaterThan(100);
  expectFinalSheets(server);
});

test('a second run goes on where an aborted one stopped, and changes nothing that is there', async () => {
  const server = await start();
  const abort = new AbortController();
  const onProgress: NightSimulation['onProgress'] = ({ answered }) => {
    if (answered === 100) abort.abort();
  };
  const first = unwrap(await play(server.url, { signal: abort.signal, onProgress }));
  expect(first.ended).toBe('aborted');
  expect(server.sheets.size).toBeLessThan(smallNation.election.sheetCount);

  const second = unwrap(await play(server.url));
  expect(second).toMatchObject({ ended: 'complete', refused: 0, conflicts: 0 });
  expect(second.replayed).toBeGreaterThanOrEqual(first.accepted);
  expectFinalSheets(server);
  const third = unwrap(await play(server.url));
  expect(third).toMatchObject({ replayed: events(smallNation).length, accepted: 0, corrected: 0, held: 0 });
  expectFinalSheets(server);
});

test('what a server has is left out: an interrupted night goes on where it stopped, and one that is over says so', async () => {
  const server = await start();
  const before = await restOfNight(smallNation, new Map());
  expect(before.left).toBe(events(smallNation).length);
  const abort = new AbortController();
  await play(server.url, {
    signal: abort.signal,
    onProgress: ({ answered }) => (answered >= 90 ? abort.abort() : undefined),
  });
  const rest = await restOfNight(smallNation, arrivedAt(server));
  expect(rest.left).toBeGreaterThan(0);
  expect(rest.left).toBeLessThan(before.left - 80);
  const report = unwrap(await play(server.url, { nation: { ...smallNation, night: rest.night } }));
  // Besides what was left, only the first sheets of corrections that had not come, to learn of their sheets.
  expect(report.refused).toBe(0);
  expect(report.answered - rest.left).toBeLessThanOrEqual(8);
  expectFinalSheets(server);
  const over = await restOfNight(smallNation, arrivedAt(server));
  expect([over.left, [...over.night({ minutes: 10 })]]).toEqual([0, []]);
});

test('what was refused for good is given up with the corrections of its sheet, and never still to come', async () => {
  const all = new Map(events(smallNation).map((event) => [subjectOf(event), true]));
  all.delete('S195 president');
  const refused = new Set(['S195:1']);
  const { left, givenUp, night } = await restOfNight(smallNation, all, { refused });
  expect({ left, givenUp, sent: [...night({ minutes: 60 })] }).toEqual({ left: 0, givenUp: 2, sent: [] });
});

test('a first sheet whose correction is missing is sent again, and the night begins without a pause', async () => {
  const all = new Map(events(smallNation).map((event) => [subjectOf(event), true]));
  const rest = await restOfNight(smallNation, new Map([...all, ['S195 president', false]]));
  expect(rest.left).toBe(1);
  const told = [...rest.night({ minutes: 60 })].map(({ kind, key, atMs }) => [kind, key, atMs]);
  expect(told).toEqual([
    ['held', 'S195:1', 0],
    ['correct', 'S195:2', 0],
  ]);
});

test('tokens that end are renewed by signing in again', async () => {
  const server = await start({ tokenLifetimeMs: 0 });
  expect(unwrap(await play(server.url))).toMatchObject({ ended: 'complete', refused: 0 });
  expect(server.signIns.length).toBeGreaterThan(50);

  const early = await start();
  let expired = false;
  const onProgress: NightSimulation['onProgress'] = ({ answered }) => {
    if (answered === 50 && !expired) early.expireTokens();
    expired ||= answered >= 50;
  };
  expect(unwrap(await play(early.url, { onProgress }))).toMatchObject({ ended: 'complete', refused: 0 });
  expectFinalSheets(early);
});

test('stations that somebody else has sent are conflicts, and their corrections still arrive', async () => {
  const server = await start();
  unwrap(await play(server.url));
  const others = { correspondent: () => ({ email: 'other@x', password: testPassword }) };
  const report = unwrap(await play(server.url, others));
  const repeated = count('duplicate');
  expect(report).toMatchObject({ conflicts: count('submit') + count('held') + repeated, refused: 0 });
  expect(report.replayed).toBe(count('correct'));
});

test('what the server refuses is counted and told; the night goes on', async () => {
  const server = await start();
  const first = events(smallNation)[0]!;
  const foreign = { ...first, key: first.key, sheet: { ...first.sheet, cast: 0 } };
  unwrap(await play(server.url));
  const nation = { ...smallNation, night: () => [foreign, first] };
  const report = unwrap(await play(server.url, { nation, concurrency: 1 }));
  expect(report).toMatchObject({ refused: 1, replayed: 1 });
  expect(report.refusals).toMatchObject([{ key: first.key, status: 422, code: 'idempotency_key_reused' }]);
});

test('a refused sign-in and a server that is away are failures', async () => {
  const server = await start();
  const wrong = { correspondent: () => ({ email: 'D0@x', password: 'wrong' }) };
  expect(await play(server.url, wrong)).toMatchObject({ ok: false, error: { code: 'sign_in_failed' } });
  await server.close();
  const patience = { retry: { ...retry, attempts: 2 } };
  expect(await play(server.url, patience)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});

test('a paced night is ended by an abort at once, however far its next sheet is', async () => {
  const server = await start();
  const abort = new AbortController();
  const night = play(server.url, { minutes: 100_000, signal: abort.signal });
  abort.abort();
  expect(unwrap(await night)).toMatchObject({ ended: 'aborted', answered: 0 });
});
