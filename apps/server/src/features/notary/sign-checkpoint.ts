import {
  asType,
  type Checkpoint,
  cosignedMessage,
  hashSize,
  rootOf,
  sameBytes,
  signatureLine,
  signatureTypes,
  toUtf8,
  writeCheckpointText,
  writeSignedNote,
  writeTimestampedSignature,
} from '@comitium/proof';
import { type Database, inTransaction, type Transaction } from '../../platform/database/index.ts';
import { logHasher } from './log-hasher.ts';
import { findCheckpoint, readNodes } from './log-queries.ts';
import { type CheckpointRow, insertCheckpoint, lockSize } from './log-store.ts';
import type { NotaryKey } from './notary-key.ts';

/** The stored log is not what was signed before. Signing on would be the fork that a log must never make. */
export class LogForkedError extends Error {
  override readonly name = 'LogForkedError';
}

/** The root of the first `size` leaves, from the stored tiles. */
export const readRoot = async (tx: Transaction | Database['kysely'], size: number): Promise<Buffer> => {
  const read = await readNodes(tx, [{ start: 0, end: size }]);
  return Buffer.from(rootOf(read, size, logHasher));
};

/**
 * Signs the log as it stands, unless that size was signed before: the row's lock lets one process do so at a time, and
 * a size is signed once for all. Answers the checkpoint, null where there was nothing new.
 */
export const signCheckpoint = (
  db: Database,
  { key, remembered, now }: Signing,
): Promise<CheckpointRow | null> =>
  inTransaction(db, async (tx) => {
    const size = await lockSize(tx);
    const last = await findCheckpoint(tx);
    for (const signed of [last, remembered ?? undefined]) {
      if (signed !== undefined) await mustHaveGrown(tx, signed, size);
    }
    if (last?.size === size) return null;
    const checkpoint = makeCheckpoint(key, { size, root: await readRoot(tx, size), at: now() });
    await insertCheckpoint(tx, checkpoint);
    return checkpoint;
  });

export interface Signing {
  readonly key: NotaryKey;
  /** What this machine saw signed last, whatever the database says. */
  readonly remembered: Pick<Checkpoint, 'size' | 'root'> | null;
  now(): Date;
}

const mustHaveGrown = async (
  tx: Transaction,
  signed: Pick<Checkpoint, 'size' | 'root'>,
  size: number,
): Promise<void> => {
  if (signed.size > size) {
    throw new LogForkedError(`the log has ${size} leaves, but ${signed.size} were signed`);
  }
  if (!sameBytes(signed.root, await readRoot(tx, signed.size))) {
    throw new LogForkedError(`the first ${signed.size} leaves are no longer those that were signed`);
  }
};

/** The log's own signature, and its time stamp: a cosignature by the same key, which has another id. */
const makeCheckpoint = (
  { verifier, sign }: NotaryKey,
  { size, root, at }: { size: number; root: Buffer; at: Date },
): CheckpointRow => {
  if (root.length !== hashSize) throw new Error('a root has 32 bytes');
  const text = writeCheckpointText({ origin: verifier.name, size, root });
  const timestamp = Math.floor(at.getTime() / 1000);
  const stamp = writeTimestampedSignature(timestamp, sign(cosignedMessage(text, timestamp)));
  const lines = [
    signatureLine(verifier, sign(toUtf8(text))),
    signatureLine(asType(verifier, signatureTypes.cosignature), stamp),
  ];
  return { size, root, note: writeSignedNote(text, lines), signed_at: at };
};
