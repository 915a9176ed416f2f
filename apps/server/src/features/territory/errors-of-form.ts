import type { FieldError } from '@comitium/contract';

/** A compiled schema. */
export interface FormCheck {
  Errors(value: unknown): { instancePath: string; keyword: string; message: string; params: object }[];
  Check(value: unknown): boolean;
}

/** Every way in which a value has not the shape of a schema; what is missing is told at its own place. */
export const errorsOfForm = (check: FormCheck, value: unknown, path: string): FieldError[] =>
  check.Check(value)
    ? []
    : check.Errors(value).flatMap(({ instancePath, keyword, message, params }): FieldError[] => {
        const at = `${path}${instancePath}`;
        const missing: unknown = Reflect.get(params, 'requiredProperties');
        if (keyword !== 'required' || !Array.isArray(missing)) {
          return [{ path: at || '/', code: keyword, message }];
        }
        return missing.map((name) => ({ path: `${at}/${name}`, code: keyword, message: 'This is missing.' }));
      });
