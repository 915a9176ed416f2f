import type { FieldError } from '@comitium/contract';
import { describeFlaw } from './describe-flaw.ts';

/** A compiled schema. */
export interface FormCheck {
  Errors(value: unknown): FormFlaw[];
  Check(value: unknown): boolean;
}

interface FormFlaw {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
  readonly params: object;
}

/** Every way in which a value has not the shape of a schema; what is missing or too much is told at its own place. */
export const errorsOfForm = (check: FormCheck, value: unknown, path: string): FieldError[] =>
  check.Check(value) ? [] : check.Errors(value).flatMap((flaw) => fieldErrors(flaw, path));

const fieldErrors = (flaw: FormFlaw, path: string): FieldError[] => {
  const { instancePath, keyword, params } = flaw;
  const at = `${path}${instancePath}`;
  const errorAt = (name: string, message: string): FieldError => ({
    path: `${at}/${name}`,
    code: keyword,
    message,
  });
  switch (keyword) {
    // What is one too many, a second time.
    case 'boolean':
      return [];
    case 'required':
      return namesIn(params, 'requiredProperties').map((name) => errorAt(name, 'This is missing.'));
    case 'additionalProperties':
      return namesIn(params, 'additionalProperties').map((name) => errorAt(name, describeFlaw(flaw)));
    default:
      return [{ path: at || '/', code: keyword, message: describeFlaw(flaw) }];
  }
};

const namesIn = (params: object, member: string): string[] => {
  const names: unknown = Reflect.get(params, member);
  return Array.isArray(names) ? names.map(String) : [];
};
