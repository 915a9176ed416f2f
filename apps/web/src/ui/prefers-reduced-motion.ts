/** Asked at the moment of each change, so that the setting takes effect without a reload. */
export const prefersReducedMotion = (): boolean =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches;
