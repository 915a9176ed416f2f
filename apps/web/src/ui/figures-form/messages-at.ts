import type { FigureCheck } from '../../data/sheets/check-figures.ts';
import type { SaidFinding } from '../../i18n/say-finding.ts';

interface Told {
  readonly check: FigureCheck;
  readonly refusals?: ReadonlyMap<string, readonly string[]>;
  readonly showMissing: boolean;
}

interface FieldWords {
  readonly missing: string;
  readonly finding: (finding: SaidFinding) => string;
}

/** What stands beside one field: what makes it unusable, in words. Doubts that only hold a sheet stand below the form. */
export const messagesAt = (
  field: string,
  { check, refusals, showMissing }: Told,
  words: FieldWords,
): string[] => {
  const own = check.findings
    .filter(({ severity, fields }) => severity === 'error' && fields.includes(field))
    .map(words.finding);
  const empty = showMissing && check.missing.includes(field) ? [words.missing] : [];
  return [...new Set([...empty, ...own, ...(refusals?.get(field) ?? [])])];
};
