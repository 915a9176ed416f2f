// A small witness as C2SP tlog-witness has it: it remembers the last checkpoint of a log, and cosigns what grew from it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  cosignedMessage,
  ed25519PublicKey,
  fromBase64,
  signatureLine,
  signatureTypes,
  signEd25519,
  type VerifierKey,
  verifyCheckpoint,
  verifyConsistency,
  writeTimestampedSignature,
} from '@comitium/proof';

export interface WitnessServer {
  readonly address: string;
  readonly key: VerifierKey;
  /** What it has cosigned. */
  readonly seen: { size: number; root: Uint8Array };
  readonly answers: number[];
  close(): Promise<void>;
}

const seed = new Uint8Array(32).fill(77);

export const startWitness = async (trusted: () => VerifierKey, name: string): Promise<WitnessServer> => {
  const key: VerifierKey = { name, type: signatureTypes.cosignature, publicKey: ed25519PublicKey(seed) };
  const seen = { size: 0, root: new Uint8Array() };
  const answers: number[] = [];
  const judge = async (body: string): Promise<[number, string]> => {
    const [head = '', ...rest] = body.split('\n\n');
    const [old = '', ...proof] = head.split('\n');
    const from = Number(old.replace('old ', ''));
    const note = rest.join('\n\n').replace(/^\n/, '');
    const checkpoint = await verifyCheckpoint(note, { log: trusted() });
    if (!checkpoint.ok) return [403, checkpoint.error];
    const { size, root, text } = checkpoint.value;
    if (from > size) return [400, 'old size is larger'];
    if (from !== seen.size) return [409, `${seen.size}\n`];
    const hashes = proof.filter((line) => line !== '').map((line) => fromBase64(line) ?? new Uint8Array());
    const grown = { from, to: size, oldRoot: seen.root, newRoot: root, proof: hashes };
    if (from > 0 && !verifyConsistency(grown)) return [422, 'it did not grow'];
    Object.assign(seen, { size, root });
    const timestamp = 1_800_000_000;
    const signature = signEd25519(seed, cosignedMessage(text, timestamp));
    return [200, `${signatureLine(key, writeTimestampedSignature(timestamp, signature))}\n`];
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      void judge(Buffer.concat(parts).toString()).then(([status, text]) => {
        answers.push(status);
        response.writeHead(status).end(text);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    key,
    seen,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
