// Everything that can be done to the log behind its back, and that it is found and named.
import { unwrap } from '@comitium/basics';
import type { SheetReceipt } from '@comitium/contract';
import { describeFinding, readVerifierKey, type VerifyRequest, verifyLog } from '@comitium/proof';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';
import { logSourceOf } from './testing/log-source-of.ts';
import { tamper } from './testing/tamper.ts';

const db = await createTestDatabase();
const bed = await openTestApp(db);
await openTestElection(bed);
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const reviewer = await bed.addPerson('reviewer@x.example', { role: 'platform_administrator' });
afterAll(() => bed.close());

const source = logSourceOf(bed);
const verify = (more: Partial<VerifyRequest> = {}) => verifyLog({ source, ...more });
const told = async (more: Partial<VerifyRequest> = {}): Promise<string[]> =>
  (await verify(more)).findings.map(describeFinding);
const results = '/elections/e/results';
let keys = 0;
const post = async <T>(path: string, body: object, who = admin): Promise<T> => {
  keys += 1;
  const answer = await bed.send('POST', path, { headers: { ...who, 'idempotency-key': `k${keys}` }, body });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<T>();
};
const settle = () => source.pause(0);

/** Does something to the database, looks, and undoes it. */
const meanwhile = async (change: string, undo: string, look: () => Promise<void>): Promise<void> => {
  await tamper(db, change);
  try {
    await look();
  } finally {
    await tamper(db, undo);
  }
};
const one = async <T>(query: string): Promise<T> => {
  const { rows } = await db.pool.query<Record<string, unknown>>(query);
  return rows[0] as T;
};
const flipped = (table: string, column: string, where: string): string =>
  `update ${table} set ${column} = set_byte(${column}, 40, get_byte(${column}, 40) # 1) where ${where}`;

const stations = [1, 2].flatMap((r) => [1, 2].flatMap((d) => [1, 2, 3].map((s) => `L-${r}-${d}-${s}`)));
const sheets = new Map<string, SheetReceipt>();

test('V01 a sound log has no finding, and the next visit proves that it grew', async () => {
  for (const [at, station] of stations.slice(0, 8).entries()) {
    const votes = { ama: 50 + at, kofi: 60, esi: at };
    sheets.set(
      station,
      await post<SheetReceipt>(`${results}/polling-station`, presidentSheet(station, votes)),
    );
  }
  const seat = { station: 'L-1-1-1', contest: 'parliament', votes: { 'red-1': 80, 'blue-1': 20 } };
  await post(`${results}/polling-station`, { ...seat, rejected: 1, cast: 101, registered: 500 });
  await settle();
  const first = await verify();
  expect(first.findings.map(describeFinding)).toEqual([]);
  expect(first.races).toEqual([
    expect.objectContaining({ election: 'e', race: 'parliament', sheets: 1, settled: true, sound: true }),
    expect.objectContaining({ election: 'e', race: 'president', sheets: 8, settled: true }),
  ]);
  const [held, spoilt] = stations.slice(8);
  const odd = presidentSheet(held ?? '', { ama: 1, kofi: 2, esi: 3 });
  await post(`${results}/polling-station`, { ...odd, cast: 99 });
  const bad = await post<SheetReceipt>(
    `${results}/polling-station`,
    presidentSheet(spoilt ?? '', { ama: 9, kofi: 9, esi: 9 }),
  );
  await post(`${results}/sheets/${bad.sheetId}/reject`, { reason: 'Sent for the wrong station' });
  await post(`${results}/sheets/${sheets.get('L-1-1-1')?.sheetId}/verify`, {}, reviewer);
  await settle();
  const key = unwrap(readVerifierKey(first.key ?? ''));
  const second = await verify({ key, since: first.checkpoint ?? '' });
  expect(second.findings.map(describeFinding)).toEqual([]);
  expect(second.grownFrom).toBe(first.size);
  expect(second.size).toBeGreaterThan(first.size);
});

test('V02 a changed leaf is named', async () => {
  const { index, entry } = await one<{ index: number; entry: string }>(
    "select index, entry from notary_entry where entry like '%L-1-1-2%'",
  );
  const set = (text: string) => `update notary_leaf set entry = '${text}' where index = ${index}`;
  await meanwhile(set(entry.replace('L-1-1-2', 'L-1-1-3')), set(entry), async () => {
    expect(await told()).toEqual([`Leaf ${index} was changed: its text does not hash to what was signed.`]);
  });
});

test('V03 a changed tile is named', async () => {
  const flip = flipped('notary_tile', 'hashes', 'level = 0 and index = 0');
  await meanwhile(flip, flip, async () => {
    expect(await told()).toEqual(['Tile 0/0 was changed: hash 1 is not that of the leaves.']);
  });
});

test('V04 a changed signature, a changed root and another key are named', async () => {
  const { note, size } = await one<{ note: string; size: number }>(
    'select note, size from notary_checkpoint order by size desc limit 1',
  );
  const set = (text: string) => `update notary_checkpoint set note = '${text}' where size = ${size}`;
  const signature = note.split('\n').find((line) => line.startsWith('—')) ?? '';
  const changed = signature.replace(/(.{10})$/, (end) =>
    end.startsWith('A') ? `B${end.slice(1)}` : `A${end.slice(1)}`,
  );
  await meanwhile(set(note.replace(signature, changed)), set(note), async () => {
    expect(await told()).toEqual([
      expect.stringContaining('A signature of localhost/log on the checkpoint is wrong'),
    ]);
  });
  await meanwhile(set(note.replace(`\n${size}\n`, `\n${size - 1}\n`)), set(note), async () => {
    expect(await told()).toEqual([expect.stringContaining('on the checkpoint is wrong')]);
  });
  const report = await verify();
  const key = unwrap(readVerifierKey(report.key ?? ''));
  const other = { ...key, publicKey: key.publicKey.map((byte) => byte ^ 1) };
  expect(await told({ key: other })).toEqual([
    'The log is signed with another key than the one that is trusted.',
  ]);
  expect(await told({ since: 'x' })).toEqual([
    expect.stringContaining('The earlier checkpoint cannot be believed'),
  ]);
});

test('V07 a changed figure of a sheet is named, whoever changed the totals with it', async () => {
  const id = sheets.get('L-1-2-1')?.sheetId;
  const add = (votes: number) =>
    `update sheet set votes[1] = votes[1] + ${votes}, cast_ballots = cast_ballots + ${votes} where id = '${id}'`;
  await meanwhile(add(1), add(-1), async () => {
    const [first] = await told();
    expect(first).toBe(
      `Sheet ${id} of station L-1-2-1: the figures that count are not those that were logged.`,
    );
  });
});

test('V08 a changed total is named, in the table or on the map', async () => {
  const where = "race_id = (select id from race where code = 'president') and basis = 0 and area_id";
  const region = `${where} = (select id from area where code = 'L-2')`;
  const add = (votes: number) => `update tally set votes[2] = votes[2] + ${votes} where ${region}`;
  const shown = await one<{ votes: number }>(`select votes[2]::int as votes from tally where ${region}`);
  await meanwhile(add(1), add(-1), async () => {
    expect(await told()).toEqual([
      `president, L-2: kofi is published as ${shown.votes + 1}, the sheets add up to ${shown.votes} (export).`,
    ]);
  });
  const lying: VerifyRequest = {
    source: {
      ...source,
      read: async (path) => {
        const bytes = await source.read(path);
        if (!path.includes('/map?race=president')) return bytes;
        const map = JSON.parse(Buffer.from(bytes).toString()) as { totals: { cast: number } };
        map.totals.cast += 5;
        return Buffer.from(JSON.stringify(map));
      },
    },
  };
  const report = await verifyLog(lying);
  expect(report.findings.map(describeFinding)).toEqual([
    expect.stringMatching(/^president, L: cast is published as \d+, the sheets add up to \d+ \(map\)\.$/),
  ]);
});

test('V09 sheets that are left out, slipped in or counted in another state are named', async () => {
  const id = sheets.get('L-2-1-1')?.sheetId;
  const set = (status: string) => `update sheet set status = '${status}' where id = '${id}'`;
  await meanwhile(set('held'), set('accepted'), async () => {
    expect(await told()).toContain(
      `Sheet ${id} of station L-2-1-1 is accepted in the log, but does not count.`,
    );
  });
  await meanwhile(set('certified'), set('accepted'), async () => {
    expect(await told()).toEqual([
      `Sheet ${id} of station L-2-1-1 counts as certified, the log says accepted.`,
    ]);
  });
  const made = '01900000-0000-7000-8000-0000000000aa';
  const copy = (from: string, to: string) =>
    `with s as (update sheet set id = '${to}' where id = '${from}' returning 1)
     update sheet_revision set sheet_id = '${to}' where sheet_id = '${from}'`;
  await meanwhile(copy(id ?? '', made), copy(made, id ?? ''), async () => {
    expect(await told()).toContain(`Sheet ${made}, revision 1, counts but is not in the log.`);
  });
});

test('V10 a changed plan is named', async () => {
  const rename = (from: string, to: string) => `update choice set code = '${to}' where code = '${from}'`;
  const reread = () => bed.app.elections.book.invalidateAll();
  await meanwhile(rename('esi', 'eve'), rename('eve', 'esi'), async () => {
    reread();
    expect(await told()).toEqual([
      'The plan of e, by which totals are added up, is not the one that was logged.',
    ]);
  });
  reread();
  expect(await told({ election: 'nowhere' })).toEqual(['The log holds nothing about nowhere.']);
});

test('V11 a true receipt says where its leaf stands; a changed one fails', async () => {
  const { receipt } = sheets.get('L-1-1-2') as SheetReceipt;
  const kept = (await bed.send('GET', '/elections/e/log/stations/L-1-1-2', { headers: admin })).json<{
    items: object[];
  }>();
  const file = JSON.stringify(kept.items[0]);
  const true_ = await verify({
    receipts: [JSON.stringify(receipt), receipt.leafHash, file],
    withoutTotals: true,
  });
  expect(true_.findings).toEqual([]);
  const [index] = true_.receipts.map((one) => one.index);
  expect(true_.receipts.map((one) => one.index)).toEqual([index, index, index]);
  const withReceipt = (text: string) => told({ receipts: [text], withoutTotals: true });
  expect(await withReceipt('{}')).toEqual(['The receipt does not hold: The text is no receipt of Comitium.']);
  expect(await withReceipt(file.replace('[51,60,1]', '[52,60,1]'))).toEqual([
    'The receipt does not hold: The figures are not those that the leaf committed to.',
  ]);
  expect(await withReceipt(file.replace('"index":', '"index":1'))).toEqual([
    expect.stringContaining('The proof does not lead from the leaf to the checkpoint'),
  ]);
  const never = JSON.stringify({ ...receipt, leaf: receipt.leaf.replace('accepted', 'held') });
  expect(await withReceipt(never)).toEqual(['The leaf of the receipt is not in the log.']);
  expect(await withReceipt('ab'.repeat(32))).toEqual(['The leaf of the receipt is not in the log.']);
});

test('V12 a witness that is missing is named', async () => {
  const key = { name: 'witness.example/w1', type: 4, publicKey: new Uint8Array(32) } as const;
  expect(await told({ witnesses: [key], withoutTotals: true })).toEqual([
    'witness.example/w1 has not cosigned the checkpoint.',
  ]);
});
