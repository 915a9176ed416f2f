/**
 * Milliseconds of processor time, the median of five: one thread counts, and others may want the processor. What takes less than a
 * few milliseconds is repeated, so that it is measured as it runs and not as it starts.
 */
export const medianOf = (run: () => unknown, repeat = 1): number => {
  const often = (): void => {
    for (let time = 0; time < repeat; time++) run();
  };
  const times = Array.from({ length: 5 }, () => timeOf(often) / repeat);
  return times.sort((a, b) => a - b)[2] ?? 0;
};

/** Milliseconds of processor time of one run. */
export const timeOf = (run: () => unknown): number => {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};
