import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBase64 } from '../encoding/base64.ts';
import { toUtf8 } from '../encoding/utf8.ts';
import { createMemoryTree } from '../merkle/memory-tree.ts';
import { treeHasher } from '../merkle/tree-hasher.ts';
import { writeCheckpointText } from '../notes/checkpoint.ts';
import { ed25519PublicKey, signEd25519 } from '../notes/ed25519.ts';
import { signatureLine, writeSignedNote } from '../notes/signed-note.ts';
import type { VerifierKey } from '../notes/verifier-key.ts';
import { commitTo, opensCommitment } from './commitment.ts';
import { figuresText, readFiguresText, whoText } from './committed-text.ts';
import { type LogLeaf, leafText, readLeaf } from './leaf.ts';
import { planText } from './plan-text.ts';
import { checkReceipt, checkReceiptProof, type Receipt, readReceipt } from './receipt.ts';

const salt = new Uint8Array(16).fill(5);
const saltHex = '05'.repeat(16);
const figures = { choices: ['ama', 'kofi'], votes: [12, 8], rejected: 1, cast: 21, registered: 40 };
const who = { actor: '0199-person', onBehalfOf: 'Observers of Accra', reason: 'Typing error by Kojo' };
const place = { election: 'e', race: 'r', contest: 'c', station: 'S-1', sheetId: 'id-1', revision: 1 };
const at = '2026-11-20T20:00:00.000Z';
const commitments = { who: commitTo(salt, whoText(who)), at };
const sheet: LogLeaf = {
  kind: 'comitium/sheet/2',
  ...place,
  status: 'held',
  figures: commitTo(salt, figuresText(figures)),
  ...commitments,
};
const leaves: readonly LogLeaf[] = [
  sheet,
  { kind: 'comitium/move/1', ...place, event: 'sheet.verified', status: 'verified', ...commitments },
  {
    kind: 'comitium/call/1',
    ...{ election: 'e', race: 'r', area: 'A', event: 'area.called', choice: 'ama' },
    ...commitments,
  },
  {
    kind: 'comitium/election/1',
    ...{ election: 'e', event: 'election.opened', state: 'open', basis: 'provisional', plan: 'ab' },
    ...commitments,
  },
];

test('L01 every kind of leaf is read back, and nothing else is', () => {
  for (const leaf of leaves) expect(unwrap(readLeaf(leafText(leaf)))).toEqual(leaf);
  expect(leafText(sheet)).toMatch(/^\["comitium\/sheet\/2","e","r","c","S-1","id-1",1,"held",/);
  expect(unwrap(readLeaf('["comitium/poem/1","sera"]'))).toBeNull();
  const text = leafText(sheet);
  const wrong = [
    '',
    '{}',
    text.replace(',1,', ',"1",'),
    text.replace(']', ',"more"]'),
    text.replace(',', ', '),
  ];
  expect(wrong.map((one) => readLeaf(one).ok)).toEqual(wrong.map(() => false));
});

test('L02 a commitment opens by its salt and text alone', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (text, other, key) => {
        const commitment = commitTo(key, text);
        const opening = { text, salt: [...key].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
        expect(opensCommitment(commitment, opening)).toBe(true);
        expect(opensCommitment(commitment, { ...opening, text: `${text}${other}.` })).toBe(false);
        expect(opensCommitment(commitment, { ...opening, salt: opening.salt.slice(2) })).toBe(false);
      },
    ),
  );
  expect(opensCommitment(commitTo(salt, 'x'), { text: 'x', salt: '06'.repeat(16) })).toBe(false);
  expect(() => commitTo(new Uint8Array(8), 'x')).toThrow(RangeError);
});

test('L03 figures are read back, and no other text is', () => {
  expect(unwrap(readFiguresText(figuresText(figures)))).toEqual(figures);
  const text = figuresText(figures);
  const wrong = [
    'x',
    text.replace('figures/1', 'figures/9'),
    text.replace('[12,8]', '[12]'),
    text.replace('[12,8]', '[12,-8]'),
    text.replace('21', '2.5'),
    text.replace('21', '21.0'),
    text.replace(']', ', ]'),
  ];
  expect(wrong.map((one) => readFiguresText(one).ok)).toEqual(wrong.map(() => false));
});

test('L04 no leaf tells who or why', () => {
  const written = leaves.map(leafText).join('\n');
  for (const secret of ['0199-person', 'Observers', 'Kojo', '12,8']) expect(written).not.toContain(secret);
});

test('L05 a plan has one text', () => {
  const areas = [['L', null] as const, ['L-1', 'L'] as const, ['L-2', 'L'] as const];
  const contest = (race: string, code: string) => ({
    ...{ race, code, area: 'L' },
    choices: [['ama', 'red'] as const],
  });
  const contests = [contest('a', 'one'), contest('a', 'two'), contest('b', 'one')];
  expect(planText({ areas: areas.toReversed(), contests: contests.toReversed() })).toBe(
    planText({ areas, contests }),
  );
  expect(planText({ areas: areas.slice(1), contests })).not.toBe(planText({ areas, contests }));
});

const seed = new Uint8Array(32).fill(1);
const log: VerifierKey = { name: 'log', type: 1, publicKey: ed25519PublicKey(seed) };
const receiptAt = (index: number): Receipt & { proof: NonNullable<Receipt['proof']> } => {
  const tree = createMemoryTree();
  for (let one = 0; one < 10; one++)
    tree.append(treeHasher.leaf(toUtf8(one === index ? leafText(sheet) : `${one}`)));
  const text = writeCheckpointText({ origin: 'log', size: 10, root: tree.root() });
  return {
    kind: 'comitium/receipt/1',
    leaf: leafText(sheet),
    figures: { text: figuresText(figures), salt: saltHex },
    who: { text: whoText(who), salt: saltHex },
    proof: {
      ...{ index, size: 10 },
      hashes: tree.proveInclusion(index).map(toBase64),
      checkpoint: writeSignedNote(text, [signatureLine(log, signEd25519(seed, toUtf8(text)))]),
    },
  };
};

test('L06 a receipt is read, fits together and proves', async () => {
  const receipt = receiptAt(3);
  expect(unwrap(readReceipt(JSON.stringify(receipt)))).toEqual(receipt);
  expect(unwrap(readReceipt(JSON.stringify({ sheetId: 'x', receipt })))).toEqual(receipt);
  expect(unwrap(checkReceipt(receipt)).leaf).toEqual(sheet);
  expect(unwrap(await checkReceiptProof(receipt, receipt.proof, { log })).size).toBe(10);
});

test('L06 a receipt of which any part is changed does not', async () => {
  const receipt = receiptAt(3);
  const opened = { text: figuresText({ ...figures, cast: 22 }), salt: saltHex };
  expect(checkReceipt({ ...receipt, figures: opened }).ok).toBe(false);
  expect(
    checkReceipt({ ...receipt, who: { text: whoText({ ...who, reason: null }), salt: saltHex } }).ok,
  ).toBe(false);
  expect(checkReceipt({ ...receipt, leaf: receipt.leaf.replace('held', 'accepted') }).ok).toBe(true);
  expect(checkReceipt({ ...receipt, leaf: '["comitium/poem/1"]' }).ok).toBe(false);
  const { proof } = receipt;
  const changed = { ...receipt, leaf: receipt.leaf.replace('held', 'accepted') };
  expect((await checkReceiptProof(changed, proof, { log })).ok).toBe(false);
  expect((await checkReceiptProof(receipt, { ...proof, index: 4 }, { log })).ok).toBe(false);
  expect((await checkReceiptProof(receipt, { ...proof, size: 9 }, { log })).ok).toBe(false);
  expect((await checkReceiptProof(receipt, { ...proof, hashes: [...proof.hashes, 'x'] }, { log })).ok).toBe(
    false,
  );
  const texts = [
    'x',
    'null',
    '{}',
    '{"kind":"comitium/receipt/1"}',
    JSON.stringify({ ...receipt, proof: {} }),
  ];
  const odd = [JSON.stringify({ ...receipt, figures: 3 }), JSON.stringify({ ...receipt, proof: null })];
  expect([...texts, ...odd].map((text) => readReceipt(text).ok)).toEqual(Array(7).fill(false));
});
