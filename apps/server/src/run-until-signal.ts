import { ok, type Result } from '@comitium/basics';

const signals = ['SIGINT', 'SIGTERM'] as const;
let asked: Promise<void> | undefined;

/**
 * Call it first thing: from then on a signal waits until the program is up and can stop in order, instead of leaving
 * its database running. A second signal ends at once.
 */
export const listenForSignals = (): Promise<void> => {
  asked ??= new Promise((resolve) => {
    const first = (): void => {
      for (const signal of signals) process.off(signal, first).once(signal, () => process.exit(130));
      resolve();
    };
    for (const signal of signals) process.on(signal, first);
  });
  return asked;
};

/** Waits for SIGINT or SIGTERM, then stops in order. */
export const runUntilSignal = async (stop: () => Promise<void>): Promise<Result<void, never>> => {
  await listenForSignals();
  await stop();
  return ok(undefined);
};
