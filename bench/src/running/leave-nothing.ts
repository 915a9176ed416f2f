// A bench that is interrupted takes the processes it has started with it.
const running = new Map<number, NodeJS.Signals>();

/** Ends `pid` with the signal if this process is interrupted; the answer takes that back. */
export const endWithUs = (pid: number, signal: NodeJS.Signals): (() => void) => {
  running.set(pid, signal);
  return () => running.delete(pid);
};

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    for (const [pid, how] of running) endNow(pid, how);
    process.exit(code);
  });
}

const endNow = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended by itself a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};
