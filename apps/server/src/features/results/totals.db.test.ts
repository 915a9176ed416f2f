// Totals are true at every commit: whatever is done to sheets, in whatever order, by however many processes.
import type { SheetReceipt } from '@comitium/contract';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { runningFollowers } from '../../platform/ledger/index.ts';
import { watchParity } from '../../platform/live/index.ts';
import { type Headers, openTestApp, type TestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const db = await createTestDatabase();
const one = await openTestApp(db);
const two = await openTestApp(db);
const admin = await one.addPerson('admin@x.example', { role: 'platform_administrator' });
const reviewer = await one.addPerson('reviewer@x.example', { role: 'platform_administrator' });
afterAll(async () => {
  await one.close();
  await two.close();
});

type Operation =
  | { kind: 'submit'; station: number; ama: number; kofi: number; sound: boolean }
  | { kind: 'correct'; station: number; ama: number; kofi: number; sound: boolean }
  | { kind: 'verify' | 'reject' | 'release' | 'certify' | 'uncertify'; station: number }
  | { kind: 'certify-area' | 'uncertify-area'; station: number };

const shape = [2, 2, 2];
const stations = [1, 2].flatMap((r) => [1, 2].flatMap((d) => [1, 2].map((s) => `${r}-${d}-${s}`)));
const place = fc.nat({ max: stations.length - 1 });
const figures = {
  station: place,
  ama: fc.nat({ max: 200 }),
  kofi: fc.nat({ max: 200 }),
  sound: fc.nat(9).map((n) => n > 1),
};
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('submit' as const), ...figures }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), ...figures }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'verify' as const,
        'verify' as const,
        'reject' as const,
        'release' as const,
        'certify' as const,
        'uncertify' as const,
      ),
      station: place,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('certify-area' as const, 'uncertify-area' as const),
      station: place,
    }),
  },
);

interface Run {
  readonly code: string;
  readonly sheets: Map<number, string>;
  count: number;
}

const play = async (bed: TestApp, run: Run, op: Operation): Promise<number> => {
  run.count += 1;
  const path = `/elections/${run.code}/results`;
  const station = `L-${stations[op.station]}`;
  const body = (o: { ama: number; kofi: number; sound: boolean }) => {
    const sheet = presidentSheet(station, { ama: o.ama, kofi: o.kofi, esi: 7 }, 1);
    return o.sound ? sheet : { ...sheet, cast: sheet.cast + 3 };
  };
  const post = (url: string, payload: object, who: Headers = admin) =>
    bed.send('POST', url, {
      headers: { ...who, 'idempotency-key': `${run.code}-${run.count}` },
      body: payload,
    });
  if (op.kind === 'submit') {
    const answer = await post(`${path}/polling-station`, body(op));
    if (answer.statusCode === 201) run.sheets.set(op.station, answer.json<SheetReceipt>().sheetId);
    return answer.statusCode;
  }
  const reason = 'because the test says so';
  if (op.kind === 'certify-area' || op.kind === 'uncertify-area') {
    const area = station.split('-').slice(0, 3).join('-');
    return (await post(`${path}/${op.kind}`, { area, race: 'president', reason })).statusCode;
  }
  const sheet = run.sheets.get(op.station);
  if (sheet === undefined) return 0;
  if (op.kind === 'correct') {
    const { station: _station, contest: _contest, ...rest } = body(op);
    return (await post(`${path}/sheets/${sheet}/correct`, { ...rest, reason })).statusCode;
  }
  return (
    await post(`${path}/sheets/${sheet}/${op.kind}`, { reason }, op.kind === 'verify' ? reviewer : admin)
  ).statusCode;
};

const differences = async (bed: TestApp, code: string) => {
  const election = await bed.app.elections.book.find(code);
  if (election === null) throw new Error('the election is gone');
  return (await bed.app.results.recount(election)).differences;
};

let elections = 0;
const newRun = async (): Promise<Run> => {
  elections += 1;
  const code = `p${elections}`;
  await openTestElection(one, { code, shape });
  return { code, sheets: new Map(), count: 0 };
};

test('after every step the totals are what the sheets add up to', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 10, maxLength: 40 }), async (operations) => {
      const run = await newRun();
      for (const op of operations) {
        const status = await play(run.count % 2 === 0 ? one : two, run, op);
        if (status >= 500) throw new Error(`${op.kind} answered ${status}`);
        if (status < 300 && status > 0) seen.add(op.kind);
        expect(await differences(one, run.code)).toEqual([]);
      }
    }),
    { numRuns: 12, endOnFailure: true, seed: 20241207 },
  );
  // The property means something only if the steps really happened.
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(['correct', 'reject', 'release', 'submit', 'verify']),
  );
});

test('two processes that write to the same areas at once neither deadlock nor lose a vote', async () => {
  const code = 'twins';
  await openTestElection(one, { code, shape: [3, 3, 20] });
  const all = [1, 2, 3].flatMap((r) =>
    [1, 2, 3].flatMap((d) => Array.from({ length: 20 }, (_, s) => `L-${r}-${d}-${s + 1}`)),
  );
  const answers = await Promise.all(
    all.map((station, at) =>
      (at % 2 === 0 ? one : two).send('POST', `/elections/${code}/results/polling-station`, {
        headers: { ...admin, 'idempotency-key': `${code}-${station}` },
        body: presidentSheet(station, { ama: at, kofi: 180 - at, esi: 3 }),
      }),
    ),
  );
  expect(answers.map((answer) => answer.statusCode).filter((status) => status !== 201)).toEqual([]);
  expect(await differences(two, code)).toEqual([]);
  const map = (await one.send('GET', `/elections/${code}/map`)).json<{ totals: { valid: number } }>();
  expect(map.totals.valid).toBe(all.length * 183);
});

/** What else changes what a screen shows: calls, the election's own data and its state. */
const otherCommands = (code: string): ['POST' | 'PATCH' | 'DELETE', string, object][] => {
  const reason = 'because the test says so';
  const election = `/elections/${code}`;
  return [
    ['POST', `${election}/results/calls`, { race: 'president', area: 'L-1', choice: 'kofi', reason }],
    ['DELETE', `${election}/results/calls/president/L-1`, { reason }],
    ['PATCH', `${election}/parties/red`, { color: '#ff2200' }],
    ['PATCH', election, { name: 'Renamed', basis: 'verified' }],
    ['POST', `${election}/transitions/close-counting`, {}],
  ];
};

test('screens of every process equal a fresh snapshot after every command', async () => {
  const run = await newRun();
  const topics = [
    `map:${run.code}:national`,
    `map:${run.code}/parliament:national`,
    `map:${run.code}:region:L-1`,
    `presenter:${run.code}`,
    `desk:${run.code}`,
    'elections',
  ];
  const parities = await Promise.all(
    [one, two].flatMap(({ app }) => topics.map((topic) => watchParity(app.hub, topic))),
  );
  const settleAndCheck = async (): Promise<void> => {
    await Promise.all(runningFollowers(db).map((follower) => follower.caughtUp()));
    for (const parity of parities) await parity.check();
  };
  for (const op of fc.sample(operation, { numRuns: 25, seed: 7 })) {
    await play(one, run, op);
    await settleAndCheck();
  }
  for (const [method, path, body] of otherCommands(run.code)) {
    expect((await two.send(method, path, { headers: admin, body })).statusCode, path).toBeLessThan(300);
    await settleAndCheck();
  }
  const updates = parities.map((parity) => parity.messages.filter(({ op }) => op === 'update').length);
  expect(updates[0]).toBeGreaterThan(5);
  for (const parity of parities) parity.stop();
});
