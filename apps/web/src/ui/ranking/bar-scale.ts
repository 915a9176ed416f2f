const steps = [0.3, 0.6, 1];

/** The right end of a list's bars: the lowest step that holds them all, so that they do not stretch with each report. */
export const barScale = (shares: readonly number[]): number => {
  const highest = Math.max(0, ...shares);
  return steps.find((step) => highest <= step) ?? 1;
};
