import type { ProblemAnswer } from './problem-error.ts';
import { fieldOfPath } from './sheets/errors-by-field.ts';

/** The words of a refusal for one field of a form; undefined when it is not about that field. */
export const fieldError = (problem: ProblemAnswer | null, field: string): string | undefined => {
  const found = problem?.errors
    .filter(({ path }) => fieldOfPath(path) === field)
    .map(({ message }) => message);
  return found && found.length > 0 ? found.join(' ') : undefined;
};
