import { err, ok, type Result } from '@comitium/basics';

const signals = ['SIGINT', 'SIGTERM'] as const;
/** A group that is asked to end is asked several times: npm and the script that starts us each send on what they got. */
const sameRequestMs = 1_000;
/** Those who stop programs wait half a minute before they kill; a database that hangs would take longer. */
const stopWithinMs = 25_000;
let asked: Promise<void> | undefined;

/**
 * Call it first thing: from then on a signal waits until the program is up and can stop in order, instead of leaving
 * its database running. A second one, later than what belongs to the first, ends at once.
 */
export const listenForSignals = (): Promise<void> => {
  asked ??= new Promise((resolve) => {
    const first = (): void => {
      const firstAt = performance.now();
      const again = (): void => {
        if (performance.now() - firstAt > sameRequestMs) process.exit(130);
      };
      for (const signal of signals) process.off(signal, first).on(signal, again);
      resolve();
    };
    for (const signal of signals) process.on(signal, first);
  });
  return asked;
};

/** Waits for SIGINT or SIGTERM, then stops in order. An error: that takes too long, and the process is to be ended. */
export const runUntilSignal = async (stop: () => Promise<void>): Promise<Result<void, string>> => {
  await listenForSignals();
  return stopInTime(stop, stopWithinMs);
};

export const stopInTime = async (
  stop: () => Promise<void>,
  withinMs: number,
): Promise<Result<void, string>> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), withinMs);
  });
  const outcome = await Promise.race([stop(), late]).finally(() => clearTimeout(timer));
  if (outcome !== 'late') return ok(undefined);
  return err(
    `What was under way has not ended within ${withinMs / 1000} s and is cut off; nothing acknowledged is lost.`,
  );
};
