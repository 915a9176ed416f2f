import { err, ok, type Result } from '@comitium/basics';
import { sameBytes } from '../encoding/bytes.ts';
import { toUtf8 } from '../encoding/utf8.ts';
import { type Checkpoint, readCheckpointText } from './checkpoint.ts';
import { cosignedMessage, readTimestampedSignature } from './cosignature.ts';
import { verifyEd25519 } from './ed25519.ts';
import { type NoteSignature, readSignedNote } from './signed-note.ts';
import { asType, keyIdOf, signatureTypes, type VerifierKey } from './verifier-key.ts';

/** A witness that vouches for the checkpoint, and since when. */
export interface Cosigned {
  readonly name: string;
  readonly at: Date;
}

export interface VerifiedCheckpoint extends Checkpoint {
  /** The text that was signed. */
  readonly text: string;
  /** When the log says it signed; null where it set no time. */
  readonly signedAt: Date | null;
  readonly cosignatures: readonly Cosigned[];
}

export interface TrustedKeys {
  /** The log's own key, of type Ed25519; its name is the origin. */
  readonly log: VerifierKey;
  readonly witnesses?: readonly VerifierKey[];
}

/**
 * Reads a checkpoint and believes nothing that is not signed: the log's signature must be there and right; one by a
 * known key that is wrong refuses the whole; signatures of unknown keys are passed over. The error is a sentence.
 */
export const verifyCheckpoint = async (
  note: string,
  { log, witnesses = [] }: TrustedKeys,
): Promise<Result<VerifiedCheckpoint, string>> => {
  const read = readSignedNote(note);
  if (!read.ok) return read;
  const checkpoint = readCheckpointText(read.value.text);
  if (!checkpoint.ok) return checkpoint;
  const { origin } = checkpoint.value;
  if (origin !== log.name) return err(`The checkpoint is of the log ${origin}, not of ${log.name}.`);
  const { text, signatures } = read.value;
  const own = await verifySignature(text, signatures, log);
  if (own === null) return err(`The checkpoint is not signed by ${log.name}.`);
  const stamp = await verifySignature(text, signatures, asType(log, signatureTypes.cosignature));
  const verdicts = await Promise.all(witnesses.map((key) => verifySignature(text, signatures, key)));
  const known = [own, stamp, ...verdicts].filter((one) => one !== null);
  const wrong = known.find((one) => !one.right);
  if (wrong !== undefined) return err(`A signature of ${wrong.name} on the checkpoint is wrong.`);
  return ok({
    ...checkpoint.value,
    text,
    signedAt: stamp?.at ?? null,
    cosignatures: verdicts.flatMap((one) => (one?.at ? [{ name: one.name, at: one.at }] : [])),
  });
};

interface Verdict {
  readonly name: string;
  readonly right: boolean;
  readonly at: Date | null;
}

const verifySignature = async (
  text: string,
  signatures: readonly NoteSignature[],
  key: VerifierKey,
): Promise<Verdict | null> => {
  const id = keyIdOf(key);
  const found = signatures.find((one) => one.name === key.name && sameBytes(one.keyId, id));
  if (found === undefined) return null;
  const { name, publicKey } = key;
  if (key.type === signatureTypes.ed25519) {
    const right = await verifyEd25519({ publicKey, message: toUtf8(text), signature: found.signature });
    return { name, right, at: null };
  }
  const stamped = readTimestampedSignature(found.signature);
  if (stamped === null) return { name, right: false, at: null };
  const { timestamp, signature } = stamped;
  const right = await verifyEd25519({ publicKey, message: cosignedMessage(text, timestamp), signature });
  return { name, right, at: new Date(timestamp * 1000) };
};
