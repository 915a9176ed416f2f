// A bench that is interrupted or fails takes the processes it has started with it.
const running = new Map<number, NodeJS.Signals>();

/** Ends `pid` with the signal if this process ends before it; the answer takes that back. */
export const endWithUs = (pid: number, signal: NodeJS.Signals): (() => void) => {
  running.set(pid, signal);
  return () => running.delete(pid);
};

process.once('exit', () => {
  for (const [pid, how] of running) endNow(pid, how);
});
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const endNow = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended by itself a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};
