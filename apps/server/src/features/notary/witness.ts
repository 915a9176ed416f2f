// Asks witnesses to cosign a checkpoint, as C2SP tlog-witness says: add-checkpoint with a proof from what they know.
import { err, ok, type Result } from '@comitium/basics';
import {
  consistencyRanges,
  hashOfRange,
  readSignatureLine,
  readVerifierKey,
  signatureTypes,
  toBase64,
  type VerifierKey,
  verifyCheckpoint,
} from '@comitium/proof';
import type { Database } from '../../platform/database/index.ts';
import { logHasher } from './log-hasher.ts';
import { findCosignedSize, readNodes } from './log-queries.ts';
import { type CheckpointRow, insertCosignature } from './log-store.ts';

export interface Witness {
  /** Submission prefix without a trailing slash. */
  readonly address: string;
  readonly key: VerifierKey;
}

const patienceMs = 10_000;
/** Longest answer that is read, in characters. */
const longestAnswer = 20_000;

/** `<address>#<verifier key>` of the configuration. The error is a sentence. */
export const readWitness = (text: string): Result<Witness, string> => {
  const at = text.indexOf('#');
  const address = URL.parse(text.slice(0, at));
  if (at < 0 || address === null || !/^https?:$/.test(address.protocol)) {
    return err(`The witness ${text} is not <address>#<verifier key>.`);
  }
  const key = readVerifierKey(text.slice(at + 1));
  if (!key.ok) return err(`The witness ${address.host}: ${key.error}`);
  if (key.value.type !== signatureTypes.cosignature) {
    return err(`The key of the witness ${address.host} is no key for cosignatures.`);
  }
  return ok({ address: text.slice(0, at).replace(/\/+$/, ''), key: key.value });
};

/** What is asked with: the log's key, to see that the checkpoint and the cosignature belong together. */
export interface Asking {
  readonly db: Database;
  readonly log: VerifierKey;
  readonly signal: AbortSignal;
}

/** Stores the witness's cosignature. The error is a sentence: it is away, or says that the log has forked. */
export const askWitness = async (
  asking: Asking,
  witness: Witness,
  checkpoint: CheckpointRow,
): Promise<Result<void, string>> => {
  const known = await findCosignedSize(asking.db.kysely, witness.key.name);
  let answer = await submit(asking, witness, { checkpoint, from: known });
  if (answer.ok && answer.value.status === 409) {
    // It knows another checkpoint than we remember: its answer says which.
    const from = Number(/^(\d+)\n$/.exec(answer.value.text)?.[1] ?? Number.NaN);
    if (!(from <= checkpoint.size)) return err(`${witness.key.name} has seen a larger log: ${from} leaves.`);
    answer = await submit(asking, witness, { checkpoint, from });
  }
  if (!answer.ok) return answer;
  const { status, text } = answer.value;
  if (status !== 200)
    return err(`${witness.key.name} does not cosign: ${status} ${text.slice(0, 200).trim()}`);
  return keep(asking, witness, { checkpoint, text });
};

const submit = async (
  { db, signal }: Asking,
  { address, key }: Witness,
  { checkpoint, from }: { checkpoint: CheckpointRow; from: number },
): Promise<Result<{ status: number; text: string }, string>> => {
  const ranges = consistencyRanges(from, checkpoint.size);
  const read = await readNodes(db.kysely, ranges);
  const proof = ranges.map((range) => `${toBase64(hashOfRange(read, range, logHasher))}\n`).join('');
  try {
    const answer = await fetch(`${address}/add-checkpoint`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: `old ${from}\n${proof}\n${checkpoint.note}`,
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      redirect: 'error',
    });
    return ok({ status: answer.status, text: (await answer.text()).slice(0, longestAnswer) });
  } catch (error) {
    return err(`${key.name} cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Keeps the line of this witness alone, and only if it vouches for this very checkpoint. */
const keep = async (
  { db, log }: Asking,
  { key }: Witness,
  { checkpoint, text }: { checkpoint: CheckpointRow; text: string },
): Promise<Result<void, string>> => {
  for (const line of text.split('\n')) {
    if (readSignatureLine(line)?.name !== key.name) continue;
    const verified = await verifyCheckpoint(`${checkpoint.note}${line}\n`, { log, witnesses: [key] });
    if (!verified.ok || verified.value.cosignatures.length === 0) continue;
    await insertCosignature(db, { size: checkpoint.size, name: key.name, line });
    return ok(undefined);
  }
  return err(`${key.name} answered with no cosignature of its own.`);
};
