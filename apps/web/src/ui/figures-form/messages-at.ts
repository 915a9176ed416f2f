import type { FigureCheck } from '../../data/sheets/check-figures.ts';

interface Told {
  readonly check: FigureCheck;
  readonly refusals?: ReadonlyMap<string, readonly string[]>;
  readonly showMissing: boolean;
}

/** What stands beside one field: what makes it unusable, in words. Doubts that only hold a sheet stand below the form. */
export const messagesAt = (
  field: string,
  { check, refusals, showMissing }: Told,
  missing: string,
): string[] => {
  const own = check.findings
    .filter(({ severity, fields }) => severity === 'error' && fields.includes(field))
    .map(({ message }) => message);
  const empty = showMissing && check.missing.includes(field) ? [missing] : [];
  return [...new Set([...empty, ...own, ...(refusals?.get(field) ?? [])])];
};
