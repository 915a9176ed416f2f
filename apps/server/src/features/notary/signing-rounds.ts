// When checkpoints are signed: soon after new leaves, by whichever process comes first, and never two at once in one.
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

export const startSigning = (parts: SigningParts): SigningRounds => {
  const { platform, key, memory } = parts;
  const { notarySeconds, notaryLeaves } = platform.config;
  let stopped = false;
  let signedSize = 0;
  let running: Promise<void> = Promise.resolve();

  const round = async (): Promise<void> => {
    try {
      // A look without a lock: most rounds find nothing new.
      const last = await findCheckpoint(platform.db.kysely);
      signedSize = last?.size ?? -1;
      if (stopped || signedSize === (await readLogSize(platform.db.kysely))) return;
      const checkpoint = await signCheckpoint(platform.db, key, () => platform.clock.now());
      if (checkpoint === null) return;
      signedSize = checkpoint.size;
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
