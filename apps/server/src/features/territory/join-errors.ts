import type { FieldError } from '@comitium/contract';

/** Of these nothing else can be said: the whole value, or the whole line, could not be read. */
const whole: readonly string[] = ['type', 'cell_count'];

/**
 * Errors of form and broken rules in one list, in the order of their lines. A rule that was tried on what has no right
 * form says nothing: its error would only follow from the other.
 */
export const joinErrors = (form: readonly FieldError[], rules: readonly FieldError[]): FieldError[] => {
  const exact = new Set(form.map(keyOf));
  const unreadable = new Set(form.filter(({ code }) => whole.includes(code)).map(keyOf));
  const follows = (error: FieldError): boolean =>
    exact.has(keyOf(error)) ||
    placesAbove(error.path).some((path) => unreadable.has(keyOf({ ...error, path })));
  const lineOf = ({ line }: FieldError): number => line ?? 0;
  return [...form, ...rules.filter((error) => !follows(error))].toSorted((a, b) => lineOf(a) - lineOf(b));
};

const keyOf = ({ line, path }: FieldError): string => `${line ?? ''} ${path}`;

/** `/areas/3/code` → ``, `/areas`, `/areas/3`. */
const placesAbove = (path: string): string[] => {
  const parts = path.split('/');
  return ['', ...parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))];
};
