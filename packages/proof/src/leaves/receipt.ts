// What somebody keeps of a leaf, to check by themselves that it is in the log.
import { err, ok, type Result } from '@comitium/basics';
import { fromBase64 } from '../encoding/base64.ts';
import { toUtf8 } from '../encoding/utf8.ts';
import { verifyInclusion } from '../merkle/inclusion.ts';
import { treeHasher } from '../merkle/tree-hasher.ts';
import { type TrustedKeys, type VerifiedCheckpoint, verifyCheckpoint } from '../notes/verify-checkpoint.ts';
import { type Opening, opensCommitment } from './commitment.ts';
import { type LogLeaf, readLeaf } from './leaf.ts';

/** Where a leaf stands, in base64 hashes from the leaf to the root of the checkpoint. */
export interface ReceiptProof {
  readonly index: number;
  readonly size: number;
  readonly hashes: readonly string[];
  /** The signed note. */
  readonly checkpoint: string;
}

export interface Receipt {
  readonly kind: 'comitium/receipt/1';
  /** The entry of the log. */
  readonly leaf: string;
  /** Opens the commitment of the figures, for whoever may know them. */
  readonly figures?: Opening;
  /** Opens the commitment of who and why, for whoever may know that. */
  readonly who?: Opening;
  /** Missing while the leaf waits for its checkpoint. */
  readonly proof?: ReceiptProof;
}

const isOpening = (value: unknown): value is Opening =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Opening).text === 'string' &&
  typeof (value as Opening).salt === 'string';

const isProof = (value: unknown): value is ReceiptProof => {
  const proof = value as ReceiptProof | null;
  return (
    typeof proof === 'object' &&
    proof !== null &&
    Number.isSafeInteger(proof.index) &&
    Number.isSafeInteger(proof.size) &&
    Array.isArray(proof.hashes) &&
    proof.hashes.every((hash) => typeof hash === 'string') &&
    typeof proof.checkpoint === 'string'
  );
};

/** Reads a receipt from its file. The error is a sentence. */
export const readReceipt = (text: string): Result<Receipt, string> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('The receipt is no JSON.');
  }
  // An answer of the API carries the receipt as a member.
  const found = (value as { receipt?: unknown } | null)?.receipt ?? value;
  const receipt = found as Partial<Receipt> | null;
  if (typeof receipt !== 'object' || receipt?.kind !== 'comitium/receipt/1') {
    return err('The text is no receipt of Comitium.');
  }
  const sound =
    typeof receipt.leaf === 'string' &&
    (receipt.figures === undefined || isOpening(receipt.figures)) &&
    (receipt.who === undefined || isOpening(receipt.who)) &&
    (receipt.proof === undefined || isProof(receipt.proof));
  return sound ? ok(receipt as Receipt) : err('A part of the receipt is missing or of another form.');
};

/** What a receipt says of itself, without asking any server. */
export interface ReadReceipt {
  readonly leaf: LogLeaf;
  readonly leafHash: Uint8Array;
}

/** Whether a receipt fits together: a leaf that is understood, and openings that open its commitments. */
export const checkReceipt = (receipt: Receipt): Result<ReadReceipt, string> => {
  const read = readLeaf(receipt.leaf);
  if (!read.ok) return read;
  const leaf = read.value;
  if (leaf === null) return err('The receipt is of a kind that this program does not know.');
  if (receipt.figures !== undefined) {
    const promised = leaf.kind === 'comitium/sheet/2' ? leaf.figures : '';
    if (!opensCommitment(promised, receipt.figures))
      return err('The figures are not those that the leaf committed to.');
  }
  if (receipt.who !== undefined && !opensCommitment(leaf.who, receipt.who)) {
    return err('Who and why are not those that the leaf committed to.');
  }
  return ok({ leaf, leafHash: treeHasher.leaf(toUtf8(receipt.leaf)) });
};

/** Whether the proof leads from the leaf to a checkpoint that the log signed. */
export const checkReceiptProof = async (
  receipt: Receipt,
  proof: ReceiptProof,
  keys: TrustedKeys,
): Promise<Result<VerifiedCheckpoint, string>> => {
  const checkpoint = await verifyCheckpoint(proof.checkpoint, keys);
  if (!checkpoint.ok) return checkpoint;
  const hashes = proof.hashes.map(fromBase64).filter((hash) => hash !== null);
  const { index, size } = proof;
  const included =
    size === checkpoint.value.size &&
    hashes.length === proof.hashes.length &&
    verifyInclusion({
      index,
      size,
      leafHash: treeHasher.leaf(toUtf8(receipt.leaf)),
      proof: hashes,
      root: checkpoint.value.root,
    });
  return included
    ? checkpoint
    : err(`The proof does not lead from the leaf to the checkpoint of size ${size}.`);
};
