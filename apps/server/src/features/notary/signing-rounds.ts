// When checkpoints are signed: soon after new leaves, by whichever process comes first, and never two at once in one.
import { type Checkpoint, readCheckpointText, readSignedNote } from '@comitium/proof';
import type { Platform } from '../../platform/platform.ts';
import type { CheckpointMemory } from './checkpoint-memory.ts';
import { findCheckpoint, readLogSize } from './log-queries.ts';
import type { CheckpointRow } from './log-store.ts';
import type { NotaryKey } from './notary-key.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

export interface SigningRounds {
  /** Leaves were appended; `size` is the log's. */
  noteAppended(size: number): void;
  /** Signs now what there is. */
  signNow(): Promise<void>;
  stop(): Promise<void>;
}

export interface SigningParts {
  readonly platform: Platform;
  readonly key: NotaryKey;
  readonly memory: CheckpointMemory;
  onSigned(checkpoint: CheckpointRow): void;
  /** Signing failed; a fork is for good. */
  onFailed(error: unknown): void;
}

/** This machine's own file, which was checked when the log was opened. */
const readRemembered = (note: string | null): Checkpoint | null => {
  const read = note === null ? null : readSignedNote(note);
  const checkpoint = read?.ok === true ? readCheckpointText(read.value.text) : null;
  return checkpoint?.ok === true ? checkpoint.value : null;
};

export const startSigning = async (parts: SigningParts): Promise<SigningRounds> => {
  const { platform, key, memory } = parts;
  const { notarySeconds, notaryLeaves } = platform.config;
  let stopped = false;
  let signedSize = 0;
  let running: Promise<void> = Promise.resolve();
  let remembered: Pick<Checkpoint, 'size' | 'root'> | null = readRemembered(await memory.recall());

  const round = async (): Promise<void> => {
    try {
      // A look without a lock: most rounds find nothing new.
      const last = await findCheckpoint(platform.db.kysely);
      signedSize = last?.size ?? -1;
      const size = await readLogSize(platform.db.kysely);
      if (stopped || (signedSize === size && (remembered?.size ?? 0) <= size)) return;
      const now = (): Date => platform.clock.now();
      const checkpoint = await signCheckpoint(platform.db, { key, remembered, now });
      if (checkpoint === null) return;
      signedSize = checkpoint.size;
      remembered = checkpoint;
      await memory.remember(checkpoint.note);
      parts.onSigned(checkpoint);
    } catch (error) {
      parts.onFailed(error);
    }
  };
  const signNow = (): Promise<void> => {
    running = running.then(round);
    return running;
  };
  const timer = setInterval(() => void signNow(), Math.max(notarySeconds, 1) * 1000);
  timer.unref();
  return {
    noteAppended: (size) => {
      if (notarySeconds === 0 || size - signedSize >= notaryLeaves) void signNow();
    },
    signNow,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
};
