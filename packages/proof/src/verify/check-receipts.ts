import { sameBytes } from '../encoding/bytes.ts';
import { fromHex } from '../encoding/hex.ts';
import type { LogLeaf } from '../leaves/leaf.ts';
import { checkReceipt, checkReceiptProof, readReceipt } from '../leaves/receipt.ts';
import type { TrustedKeys } from '../notes/verify-checkpoint.ts';
import { finding, type VerifyFinding } from './finding.ts';
import type { VerifiedLog } from './grow-log.ts';

/** A receipt that was looked for in the whole log. */
export interface ReceiptCheck {
  readonly found: VerifyFinding | null;
  /** Where its leaf stands. */
  readonly index: number | null;
  readonly leaf: LogLeaf | null;
}

const failed = (found: VerifyFinding): ReceiptCheck => ({ found, index: null, leaf: null });

/** `text` is a receipt's file, or a leaf hash in hex. */
export const checkReceiptInLog = async (
  text: string,
  { tree }: VerifiedLog,
  keys: TrustedKeys,
): Promise<ReceiptCheck> => {
  const bare = fromHex(text.trim().toLowerCase());
  if (bare !== null && bare.length === 32) return lookUp(tree, bare, null);
  const read = readReceipt(text);
  if (!read.ok) return failed(finding('receipt_invalid', { why: read.error }));
  const checked = checkReceipt(read.value);
  if (!checked.ok) return failed(finding('receipt_invalid', { why: checked.error }));
  const { proof } = read.value;
  if (proof !== undefined) {
    const proven = await checkReceiptProof(read.value, proof, keys);
    if (!proven.ok) return failed(finding('receipt_invalid', { why: proven.error }));
    // Its checkpoint is signed: where it is not of this log's leaves, the log was forked or set back.
    const { size, root } = proven.value;
    if (size > tree.size) return failed(finding('log_truncated', { size: tree.size, before: size }));
    if (!sameBytes(root, tree.root(size))) return failed(finding('log_forked', { before: size }));
  }
  return lookUp(tree, checked.value.leafHash, checked.value.leaf);
};

const lookUp = (tree: VerifiedLog['tree'], hash: Uint8Array, leaf: LogLeaf | null): ReceiptCheck => {
  for (let index = 0; index < tree.size; index++) {
    if (sameBytes(tree.leafHash(index), hash)) return { found: null, index, leaf };
  }
  return failed(finding('receipt_not_logged'));
};
