import type { Platform } from '../../platform/platform.ts';
import { findCosignedSize } from './log-queries.ts';
import type { CheckpointRow } from './log-store.ts';
import type { NotaryKey } from './notary-key.ts';
import { askWitness, type Witness } from './witness.ts';

export interface WitnessRounds {
  /** Asks every witness about the newest checkpoint; what comes while one is asked waits for its turn. */
  ask(checkpoint: CheckpointRow): void;
  stop(): Promise<void>;
}

const retryMs = 30_000;

/** Witnesses are asked beside each other, so that a slow one delays nobody; each is asked about the newest only. */
export const startWitnessRounds = (
  { db, log: logger }: Pick<Platform, 'db' | 'log'>,
  key: NotaryKey,
  witnesses: readonly Witness[],
): WitnessRounds => {
  const stopping = new AbortController();
  const newest = new Map<Witness, CheckpointRow>();
  const running = new Map<Witness, Promise<void>>();

  /** In a quiet hour no newer checkpoint comes to ask about. */
  const askLater = (witness: Witness, checkpoint: CheckpointRow): void => {
    const timer = setTimeout(() => {
      const waiting = newest.get(witness);
      if (waiting === undefined) askOne(witness, checkpoint);
    }, retryMs);
    timer.unref();
    stopping.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };

  const run = async (witness: Witness): Promise<void> => {
    for (let next = newest.get(witness); next !== undefined; next = newest.get(witness)) {
      newest.delete(witness);
      if (stopping.signal.aborted) return;
      try {
        if ((await findCosignedSize(db.kysely, witness.key.name)) >= next.size) continue;
        const asking = { db, log: key.verifier, signal: stopping.signal };
        const answer = await askWitness(asking, witness, next);
        if (answer.ok) continue;
        logger.warn({ witness: witness.key.name }, `no cosignature: ${answer.error}`);
        askLater(witness, next);
      } catch (error) {
        logger.warn({ err: error, witness: witness.key.name }, 'a witness could not be asked');
      }
    }
  };
  const askOne = (witness: Witness, checkpoint: CheckpointRow): void => {
    newest.set(witness, checkpoint);
    if (running.has(witness)) return;
    running.set(
      witness,
      run(witness).finally(() => running.delete(witness)),
    );
  };
  return {
    ask: (checkpoint) => {
      for (const witness of witnesses) askOne(witness, checkpoint);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running.values());
    },
  };
};
