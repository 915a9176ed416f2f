import { err, ok, type Result } from '@comitium/basics';
import { AreaRow, type FieldError } from '@comitium/contract';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { RegisterRow, RegisterSource } from './register-row.ts';

export const RegisterHeadBody = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._~+-]*$' }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  levels: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 2, maxItems: 16 }),
  simulated: Type.Optional(Type.Boolean()),
});
export type RegisterHeadBody = Static<typeof RegisterHeadBody>;

const headCheck = Compile(RegisterHeadBody);
const rowCheck = Compile(AreaRow);

export const checkHead = (head: unknown): Result<RegisterHeadBody, readonly FieldError[]> =>
  headCheck.Check(head) ? ok(head) : err(errorsOf(headCheck, head, ''));

/** A whole register as JSON; rows that are not area rows are reported by their pointer, all of them. */
export const readRegisterJson = (body: unknown): Result<RegisterSource, readonly FieldError[]> => {
  const head = checkHead(body);
  if (!head.ok) return head;
  const areas: unknown = Reflect.get(head.value, 'areas');
  if (!Array.isArray(areas)) {
    return err([{ path: '/areas', code: 'required', message: 'The areas must be a list.' }]);
  }
  const errors: FieldError[] = [];
  const rows: RegisterRow[] = [];
  for (const [index, area] of (areas as unknown[]).entries()) {
    const path = `/areas/${index}`;
    if (rowCheck.Check(area)) rows.push({ path, line: undefined, ...area, point: area.point ?? null });
    else errors.push(...errorsOf(rowCheck, area, path));
  }
  if (errors.length > 0) return err(errors);
  const { code, name, levels, simulated } = head.value;
  return ok({ code, name, levels, simulated: simulated ?? false, rows });
};

const errorsOf = (
  check: { Errors(value: unknown): { instancePath: string; keyword: string; message: string }[] },
  value: unknown,
  path: string,
): FieldError[] =>
  check.Errors(value).map(({ instancePath, keyword, message }) => ({
    path: `${path}${instancePath}` || '/',
    code: keyword,
    message,
  }));
