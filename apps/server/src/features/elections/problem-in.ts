import { type FieldError, type Problem, problem } from '@comitium/contract';

/** The errors of one part of the ballots, with paths inside that part; null where it has none. */
export const problemIn = (errors: readonly FieldError[], part: string): Problem | null => {
  const own = errors.filter(({ path }) => path.startsWith(`${part}/`));
  if (own.length === 0) return null;
  const details = own.map((error) => ({ ...error, path: error.path.slice(part.length) }));
  return problem('validation_failed', details[0]?.message ?? 'The input breaks a rule.', { errors: details });
};
