import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../encoding/base64.ts';
import { toHex } from '../encoding/hex.ts';
import { toUtf8 } from '../encoding/utf8.ts';
import { readCheckpointText, writeCheckpointText } from './checkpoint.ts';
import { cosignedMessage, readTimestampedSignature, writeTimestampedSignature } from './cosignature.ts';
import { ed25519PublicKey, signEd25519, verifyEd25519, verifyEd25519InScript } from './ed25519.ts';
import { readSignedNote, signatureLine, writeSignedNote } from './signed-note.ts';
import { asType, keyIdOf, readVerifierKey, type VerifierKey, writeVerifierKey } from './verifier-key.ts';
import { verifyCheckpoint } from './verify-checkpoint.ts';

const seedOf = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const keyOf = (name: string, fill: number, type: 1 | 4 = 1): VerifierKey => ({
  name,
  type,
  publicKey: ed25519PublicKey(seedOf(fill)),
});
const log = keyOf('example.org/log', 1);
const witness = keyOf('witness.example/w1', 2, 4);
const root = new Uint8Array(32).fill(9);
const text = writeCheckpointText({ origin: log.name, size: 12, root });
const at = 1_700_000_000;
const ownLine = signatureLine(log, signEd25519(seedOf(1), toUtf8(text)));
const stampLine = (key: VerifierKey, fill: number, of = text): string =>
  signatureLine(key, writeTimestampedSignature(at, signEd25519(seedOf(fill), cosignedMessage(of, at))));

test('N01 the verifier key is read back, and a wrong one says why', () => {
  const written = writeVerifierKey(log);
  expect(written).toMatch(/^example\.org\/log\+[0-9a-f]{8}\+A/);
  expect(unwrap(readVerifierKey(written))).toEqual(log);
  expect(unwrap(readVerifierKey(writeVerifierKey(witness)))).toEqual(witness);
  expect(toHex(keyIdOf(asType(log, 4)))).not.toBe(toHex(keyIdOf(log)));
  const told = (key: string): string => {
    const read = readVerifierKey(key);
    return read.ok ? 'read' : read.error;
  };
  expect(told('x')).toBe('A verifier key has the form name+key id+key.');
  expect(told(written.replace('example', 'exa mple'))).toBe('The name of a key has no white space.');
  expect(told(written.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).toBe('The key id is not that of the key.');
  expect(told(`a+00000000+${toBase64(Uint8Array.of(2, 3))}`)).toBe('Keys of type 2 are not understood.');
  expect(told(`a+00000000+${toBase64(Uint8Array.of(1, 3))}`)).toBe('An Ed25519 key has 32 bytes.');
});

test('N02 the specification’s example note is read to the last byte', () => {
  const note =
    'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
    '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';
  const read = unwrap(readSignedNote(note));
  expect(read.text.endsWith('\n\ned è subito sera.\n')).toBe(true);
  expect(read.signatures.map((one) => [one.name, toHex(one.keyId), one.signature.length])).toEqual([
    ['quasimodo.example/salvatore', '367ba04b', 64],
  ]);
});

test('N02 what is no note is refused', () => {
  const note = writeSignedNote(text, [ownLine]);
  expect(readSignedNote(note).ok).toBe(true);
  const wrong = [
    note.slice(0, -1),
    text,
    note.replace('— ', '- '),
    `\u0007${note}`,
    note.replace('\n\n', '\n'),
  ];
  const odd = [note.replace(/=?\n$/, '*\n'), `${note}x\n`, `${'x'.repeat(100_001)}\n\n${ownLine}\n`];
  expect([...wrong, ...odd].map((one) => readSignedNote(one).ok)).toEqual(
    [...wrong, ...odd].map(() => false),
  );
  expect(readSignedNote(writeSignedNote(text, Array(101).fill(ownLine))).ok).toBe(false);
});

test('N02 base64 is strict: one value, one text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  expect(['QQ', 'QR==', 'Q===', 'QQ=A', '====', 'Q-==', ' QQ=='].map(fromBase64)).toEqual(
    Array(7).fill(null),
  );
});

test('N03 the checkpoint’s text is read back, and only that', () => {
  expect(unwrap(readCheckpointText(text))).toEqual({ origin: log.name, size: 12, root });
  expect(unwrap(readCheckpointText(`${text}an extension\n`)).size).toBe(12);
  const wrong = [
    text.slice(0, -1),
    text.replace('12', '012'),
    text.replace('12', '-1'),
    text.replace('12', '99999999999999999'),
    text.replace('12', '1.5'),
    `\n${text}`,
    text.replace('CQk', 'C'),
    `${text}\n`,
    'origin\n1\n',
  ];
  expect(wrong.map((one) => readCheckpointText(one).ok)).toEqual(wrong.map(() => false));
});

test('N04 N05 a checkpoint tells who vouches for it, and when', async () => {
  const note = writeSignedNote(text, [ownLine, stampLine(asType(log, 4), 1), stampLine(witness, 2)]);
  const verified = unwrap(await verifyCheckpoint(note, { log, witnesses: [witness, keyOf('absent', 3, 4)] }));
  expect(verified).toMatchObject({ origin: log.name, size: 12, signedAt: new Date(at * 1000) });
  expect(verified.cosignatures).toEqual([{ name: witness.name, at: new Date(at * 1000) }]);
  const alone = unwrap(await verifyCheckpoint(writeSignedNote(text, [ownLine]), { log }));
  expect(alone).toMatchObject({ signedAt: null, cosignatures: [] });
});

test('N04 a checkpoint without the log’s signature, or with a wrong one, is refused', async () => {
  const told = async (lines: readonly string[], of = text): Promise<string> => {
    const verified = await verifyCheckpoint(writeSignedNote(of, lines), { log, witnesses: [witness] });
    return verified.ok ? 'verified' : verified.error;
  };
  const other = text.replace('12', '13');
  expect(await told([stampLine(witness, 2)])).toBe('The checkpoint is not signed by example.org/log.');
  expect(await told([ownLine], other)).toBe('A signature of example.org/log on the checkpoint is wrong.');
  expect(await told([ownLine, stampLine(witness, 3)])).toBe(
    'A signature of witness.example/w1 on the checkpoint is wrong.',
  );
  expect(await told([ownLine, stampLine(witness, 2, other)])).toContain('witness.example/w1');
  expect(await told([ownLine, signatureLine(witness, new Uint8Array(10))])).toContain('witness.example/w1');
  expect(await told([ownLine, stampLine(keyOf('unknown', 5, 4), 6)])).toBe('verified');
  const moved = text.replace('example.org/log', 'example.net/log');
  expect(await told([ownLine], moved)).toBe(
    'The checkpoint is of the log example.net/log, not of example.org/log.',
  );
});

test('N05 the time stamp is read back', () => {
  const signature = new Uint8Array(64).fill(7);
  fc.assert(
    fc.property(fc.maxSafeNat(), (timestamp) => {
      const read = readTimestampedSignature(writeTimestampedSignature(timestamp, signature));
      expect(read).toEqual({ timestamp, signature });
    }),
  );
  expect(readTimestampedSignature(new Uint8Array(71))).toBeNull();
  expect(readTimestampedSignature(new Uint8Array(72).fill(255))).toBeNull();
});

test('N06 both Ed25519 judge alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 50 }), fc.nat({ max: 63 }), async (message, flip) => {
      const signature = signEd25519(seedOf(4), message);
      const { publicKey } = keyOf('x', 4);
      const changed = signature.map((byte, place) => (place === flip ? byte ^ 1 : byte));
      for (const [one, expected] of [[signature, true] as const, [changed, false] as const]) {
        const signed = { publicKey, message, signature: one };
        expect([await verifyEd25519(signed), verifyEd25519InScript(signed)]).toEqual([expected, expected]);
      }
    }),
    { numRuns: 20 },
  );
  const signed = { publicKey: new Uint8Array(31), message: root, signature: new Uint8Array(64) };
  expect([await verifyEd25519(signed), verifyEd25519InScript(signed)]).toEqual([false, false]);
});
