/** Milliseconds of processor time, the median of five: one thread counts, and others may want the processor. */
export const medianOf = (run: () => unknown): number => {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return times.sort((a, b) => a - b)[2] ?? 0;
};
