import { ok, type Result } from '@comitium/basics';

/** Waits for SIGINT or SIGTERM, then stops in order; a second signal ends at once. */
export const runUntilSignal = async (stop: () => Promise<void>): Promise<Result<void, never>> => {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  await stop();
  return ok(undefined);
};
