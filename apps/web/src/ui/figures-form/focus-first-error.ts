import type { Contest } from '@comitium/contract';
import type { FigureCheck } from '../../data/sheets/check-figures.ts';
import { fieldsOf } from '../../data/sheets/figures-draft.ts';

/** Takes the reader to the first field that keeps the sheet from going on. */
export const focusFirstError = (contest: Contest, { missing, findings }: FigureCheck): void => {
  const refused = new Set(findings.flatMap(({ severity, fields }) => (severity === 'error' ? fields : [])));
  const field = fieldsOf(contest).find((name) => missing.includes(name) || refused.has(name));
  if (field) document.getElementById(`figure-${field}`)?.focus();
};
