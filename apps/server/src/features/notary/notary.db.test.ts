// The public log of a running program: what is logged, how it is served, and that nobody's figures leak before their time.

import { gunzipSync } from 'node:zlib';
import { unwrap } from '@comitium/basics';
import type { SheetReceipt, StationReceipts } from '@comitium/contract';
import {
  checkReceipt,
  checkReceiptProof,
  createMemoryTree,
  fromBase64,
  fromUtf8,
  readEntryBundle,
  readLeaf,
  readVerifierKey,
  sameBytes,
  toHex,
  toUtf8,
  treeHasher,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from '@comitium/proof';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const db = await createTestDatabase();
const bed = await openTestApp(db, { COMITIUM_NOTARY_ORIGIN: 'results.example/log' });
await openTestElection(bed);
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
const reviewer = await bed.addPerson('reviewer@x.example', { role: 'platform_administrator' });
afterAll(() => bed.close());

const { notary } = bed.app;
const results = '/elections/e/results';
let keys = 0;
const post = async <T>(path: string, body: object, who = admin): Promise<T> => {
  keys += 1;
  const answer = await bed.send('POST', path, { headers: { ...who, 'idempotency-key': `k${keys}` }, body });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<T>();
};
const get = (path: string, headers = {}) => bed.send('GET', `//log/${path}`, { headers });
const key = unwrap(readVerifierKey((await get('key')).body));
const checkpoint = async () => unwrap(await verifyCheckpoint((await get('checkpoint')).body, { log: key }));
const entries = async (): Promise<string[]> => {
  const { size } = await checkpoint();
  const bundle = await get(`tile/entries/000${size === 256 ? '' : `.p/${size}`}`);
  return (readEntryBundle(bundle.rawPayload) ?? []).map((bytes) => fromUtf8(bytes) ?? '');
};
const clean = { ama: 60, kofi: 40, esi: 3 };

test('the log begins with what is public of the election, and tells nothing of its preparation', async () => {
  await notary.caughtUp();
  const leaves = (await entries()).map((text) => unwrap(readLeaf(text)));
  expect(leaves.map((leaf) => leaf?.kind === 'comitium/election/1' && leaf.event)).toEqual(
    expect.arrayContaining(['election.counting_started']),
  );
  expect(leaves.every((leaf) => leaf?.kind === 'comitium/election/1')).toBe(true);
});

test('every way of a sheet is a leaf; a receipt proves the first of them', async () => {
  const sent = await post<SheetReceipt>(`${results}/polling-station`, presidentSheet('L-1-1-1', clean));
  await notary.caughtUp();
  const before = await checkpoint();
  const { leafHash, leaf } = sent.receipt;
  expect(toHex(treeHasher.leaf(toUtf8(leaf)))).toBe(leafHash);
  const { index } = (await get(`leaf/${leafHash}`)).json<{ index: number }>();
  const proof = (await get(`proof/inclusion/${before.size}/${index}`)).body.trim().split('\n');
  const claim = {
    ...{ index, size: before.size, root: before.root },
    leafHash: treeHasher.leaf(toUtf8(leaf)),
    proof: proof.map((hash) => fromBase64(hash) ?? new Uint8Array()),
  };
  expect(verifyInclusion(claim)).toBe(true);
  const path = `${results}/sheets/${sent.sheetId}`;
  const reason = 'A slip of the pen by Kojo Mensah';
  const { station: _station, contest: _contest, ...corrected } = presidentSheet('x', { ...clean, ama: 61 });
  await post(`${path}/correct`, { ...corrected, reason });
  await post(`${path}/verify`, {}, reviewer);
  await post(`${path}/certify`, {});
  await post(`${path}/uncertify`, { reason });
  await post(`${path}/reject`, { reason });
  await post(`${results}/calls`, { race: 'president', area: 'L-1', choice: 'kofi', reason });
  await bed.send('DELETE', `${results}/calls/president/L-1`, { headers: admin, body: { reason } });
  await notary.caughtUp();
  const texts = (await entries()).slice(before.size);
  const told = texts.map((text) => {
    const one = unwrap(readLeaf(text));
    return one?.kind === 'comitium/sheet/2'
      ? `revision ${one.revision}`
      : one !== null && 'event' in one && one.event;
  });
  expect(told).toEqual([
    'revision 2',
    'sheet.verified',
    'sheet.certified',
    'sheet.uncertified',
    'sheet.rejected',
    'area.called',
    'area.call_withdrawn',
  ]);
  const after = await checkpoint();
  const grown = (await get(`proof/consistency/${before.size}/${after.size}`)).body.trim().split('\n');
  const growth = { from: before.size, to: after.size, oldRoot: before.root, newRoot: after.root };
  expect(
    verifyConsistency({ ...growth, proof: grown.map((hash) => fromBase64(hash) ?? new Uint8Array()) }),
  ).toBe(true);
  const all = (await entries()).join('\n');
  const { rows } = await db.pool.query<{ actor: string }>(
    "select actor from ledger where type = 'sheet.submitted'",
  );
  expect(rows[0]?.actor).toMatch(/^[0-9a-f-]{36}$/);
  for (const secret of ['Kojo', rows[0]?.actor ?? '', 'admin@', '61,40,3']) expect(all).not.toContain(secret);
});

test('the same request again gets the same receipt', async () => {
  const body = presidentSheet('L-1-1-2', clean);
  const send = () =>
    bed.send('POST', `${results}/polling-station`, {
      headers: { ...admin, 'idempotency-key': 'twice' },
      body,
    });
  const [first, second] = [await send(), await send()];
  expect(second.headers['idempotent-replayed']).toBe('true');
  expect(second.json<SheetReceipt>().receipt).toEqual(first.json<SheetReceipt>().receipt);
});

test('a held sheet shows its figures to the entitled, to others only when it counts; moves show people to the entitled', async () => {
  const body = presidentSheet('L-1-1-3', clean);
  const sent = await post<SheetReceipt>(`${results}/polling-station`, { ...body, cast: body.cast + 5 });
  expect(sent.status).toBe('held');
  await notary.caughtUp();
  const path = '/elections/e/log/stations/L-1-1-3';
  const read = async (headers = {}) => (await bed.send('GET', path, { headers })).json<StationReceipts>();
  const [shown] = (await read()).items;
  expect(shown).toMatchObject({ leaf: sent.receipt.leaf });
  expect([shown?.figures, shown?.who]).toEqual([undefined, undefined]);
  const [known] = (await read(admin)).items;
  expect(known?.figures?.text).toContain('[60,40,3]');
  expect(known && checkReceipt(known).ok).toBe(true);
  const released = await post(`${results}/sheets/${sent.sheetId}/release`, {
    reason: 'The sum was read wrong',
  });
  expect(released).toMatchObject({ status: 'accepted' });
  await notary.caughtUp();
  const [open, move] = (await read()).items;
  expect(open?.figures?.text).toContain('[60,40,3]');
  expect([open?.who, move?.who]).toEqual([undefined, undefined]);
  for (const item of (await read(admin)).items) {
    expect(checkReceipt(item).ok).toBe(true);
    expect(item.who?.text).toContain('comitium/who/1');
    const proven = item.proof && (await checkReceiptProof(item, item.proof, { log: key }));
    expect(proven?.ok).toBe(true);
  }
});

test('tiles, bundles and proofs are files for good; what was not signed is not there', async () => {
  const { size, root } = await checkpoint();
  const tile = await get(`tile/0/000.p/${size}`);
  expect(tile.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'application/octet-stream',
    'access-control-allow-origin': '*',
  });
  const tree = createMemoryTree();
  for (let at = 0; at < size; at++) tree.append(tile.rawPayload.subarray(at * 32, at * 32 + 32));
  expect(sameBytes(tree.root(), root)).toBe(true);
  const again = await get(`tile/0/000.p/${size}`, { 'if-none-match': String(tile.headers['etag']) });
  expect(again.statusCode).toBe(304);
  const packed = await get(`tile/entries/000.p/${size}`, { 'accept-encoding': 'gzip, br' });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  const unpacked = readEntryBundle(gunzipSync(packed.rawPayload)) ?? [];
  expect(unpacked.map((bytes) => fromUtf8(bytes))).toEqual(await entries());
  const known = await get(`tile/entries/000.p/${size}`, { 'if-none-match': String(packed.headers['etag']) });
  expect(known.statusCode).toBe(304);
  const head = await get('checkpoint');
  expect(head.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(head.headers['cache-control']).toContain('max-age=2');
  const absent = [
    `tile/0/000.p/${size + 1}`,
    'tile/0/000',
    'tile/1/000.p/1',
    'tile/0/0',
    `tile/0/000.p/0${size}`,
  ];
  const odd = [
    `proof/inclusion/${size + 1}/0`,
    `proof/inclusion/${size}/${size}`,
    'proof/consistency/3/2',
    'leaf/00',
  ];
  for (const path of [...absent, ...odd, 'proof/inclusion/x/1', 'nothing']) {
    expect((await get(path)).statusCode, path).toBe(404);
  }
});

test('the database refuses to change what was logged', async () => {
  for (const statement of [
    "update notary_leaf set entry = 'x'",
    'delete from notary_leaf',
    'truncate notary_leaf',
    "update notary_checkpoint set note = 'x'",
    'delete from notary_checkpoint',
  ]) {
    await expect(db.pool.query(statement), statement).rejects.toThrow(
      /public log only grows|permission denied/,
    );
  }
});
