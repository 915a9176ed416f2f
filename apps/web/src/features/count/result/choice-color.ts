/** Hues far apart for neighbours; names stand beside every block, so that colour tells nothing alone. */
export const choiceColor = (choice: number | null): string =>
  choice === null ? 'var(--ink-3)' : `oklch(0.64 0.13 ${(choice * 137.5 + 25) % 360})`;
