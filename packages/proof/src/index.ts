export { fromBase64, toBase64 } from './encoding/base64.ts';
export { sameBytes } from './encoding/bytes.ts';
export { fromHex, toHex } from './encoding/hex.ts';
export { fromUtf8, toUtf8 } from './encoding/utf8.ts';
export { commitTo, committedBytes, type Opening, opensCommitment, saltSize } from './leaves/commitment.ts';
export {
  figuresText,
  type LoggedFigures,
  readFiguresText,
  type Who,
  whoText,
} from './leaves/committed-text.ts';
export {
  type CallLeaf,
  type ElectionLeaf,
  type LogLeaf,
  leafText,
  type MoveLeaf,
  readLeaf,
  type SheetLeaf,
} from './leaves/leaf.ts';
export { type ElectionPlan, type PlannedContest, planText } from './leaves/plan-text.ts';
export {
  checkReceipt,
  checkReceiptProof,
  type Receipt,
  type ReceiptProof,
  readReceipt,
} from './leaves/receipt.ts';
export type { LeafRange } from './merkle/complete-subtree.ts';
export { consistencyRanges, verifyConsistency } from './merkle/consistency.ts';
export { inclusionRanges, verifyInclusion } from './merkle/inclusion.ts';
export { createMemoryTree, type MemoryTree } from './merkle/memory-tree.ts';
export { hashOfRange, type NodeReader, rootOf } from './merkle/node-reader.ts';
export { createTreeHasher, hashSize, type TreeHasher, treeHasher } from './merkle/tree-hasher.ts';
export { type Checkpoint, readCheckpointText, writeCheckpointText } from './notes/checkpoint.ts';
export { cosignedMessage, readTimestampedSignature, writeTimestampedSignature } from './notes/cosignature.ts';
export { ed25519PublicKey, signEd25519, verifyEd25519 } from './notes/ed25519.ts';
export { readSignatureLine, readSignedNote, signatureLine, writeSignedNote } from './notes/signed-note.ts';
export {
  asType,
  isKeyName,
  keyIdOf,
  readVerifierKey,
  signatureTypes,
  type VerifierKey,
  writeVerifierKey,
} from './notes/verifier-key.ts';
export {
  type Cosigned,
  type TrustedKeys,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from './notes/verify-checkpoint.ts';
export { readEntryBundle, writeEntryBundle } from './tiles/entry-bundle.ts';
export { type TilePlace, tileWidth, widthOfTile } from './tiles/tile.ts';
export { readNodesFromTiles, type TileReader, tilesOfRanges } from './tiles/tile-nodes.ts';
export { readTilePath, type TileAddress, tilePath } from './tiles/tile-path.ts';
export type { ReceiptCheck } from './verify/check-receipts.ts';
export { describeFinding, type FindingCode, findingCodes, type VerifyFinding } from './verify/finding.ts';
export type { LogSource } from './verify/log-source.ts';
export {
  type VerifiedRace,
  type VerifyProgress,
  type VerifyReport,
  type VerifyRequest,
  verifyLog,
} from './verify/verify-log.ts';
