import { type FieldError, type Problem, problem } from '@comitium/contract';

export const refusedImport = (errors: readonly FieldError[]): Problem => {
  const few = errors.length === 1 ? 'one error' : `${errors.length} errors`;
  return problem('import_refused', `The import holds ${few}; nothing was written.`, { errors });
};
