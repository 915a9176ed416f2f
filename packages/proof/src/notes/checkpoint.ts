import { err, ok, type Result } from '@comitium/basics';
import { fromBase64, toBase64 } from '../encoding/base64.ts';
import { hashSize } from '../merkle/tree-hasher.ts';

/** What a log says of itself in C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** The log's name, for good. */
  readonly origin: string;
  /** Leaves. */
  readonly size: number;
  readonly root: Uint8Array;
}

/** The text that is signed. */
export const writeCheckpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** Extension lines are passed over, as the specification wants. The error says what is wrong. */
export const readCheckpointText = (text: string): Result<Checkpoint, string> => {
  if (!text.endsWith('\n')) return err('A checkpoint ends in a new line.');
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '' || extensions.includes('')) return err('A checkpoint has no empty lines.');
  if (!/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) {
    return err('The second line of a checkpoint is the size of the tree.');
  }
  const bytes = fromBase64(root);
  if (bytes === null || bytes.length !== hashSize) {
    return err('The third line of a checkpoint is the root hash in base64.');
  }
  return ok({ origin, size: Number(size), root: bytes });
};
