/** A figure of a sheet with its name, as the rules S05 to S07 see it. */
export interface LabelledFigure {
  readonly field: string;
  readonly label: string;
  /** Whatever was sent; anything that is not a whole number breaks S06. */
  readonly value: unknown;
}

/** "NPP (-3) and rejected (-1)" */
export const quoteFigures = (figures: readonly LabelledFigure[]): string =>
  figures.map(({ label, value }) => `${label} (${quote(value)})`).join(', ');

const quote = (value: unknown): string => {
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === null) return 'nothing';
  return typeof value === 'string' ? 'a text' : 'no number';
};
