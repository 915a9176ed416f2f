import { err, ok, type Result } from '@comitium/basics';
import { AreaRow, type FieldError } from '@comitium/contract';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { errorsOfForm } from '../../platform/http/errors-of-form.ts';
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
  headCheck.Check(head) ? ok(head) : err(errorsOfForm(headCheck, head, ''));

/** A whole register as JSON; rows that are not area rows are reported by their pointer, all of them. */
export const readRegisterJson = (body: unknown): Result<RegisterSource, readonly FieldError[]> => {
  const head = checkHead(body);
  if (!head.ok) return head;
  const areas: unknown = Reflect.get(head.value, 'areas');
  if (!Array.isArray(areas)) {
    return err([{ path: '/areas', code: 'required', message: 'The areas must be a list.' }]);
  }
  const formErrors: FieldError[] = [];
  const rows = (areas as unknown[]).map((area, index): RegisterRow => {
    const path = `/areas/${index}`;
    if (rowCheck.Check(area)) return { path, line: undefined, ...area, point: area.point ?? null };
    formErrors.push(...errorsOfForm(rowCheck, area, path));
    return standIn(area, path);
  });
  const { code, name, levels, simulated } = head.value;
  return ok({ code, name, levels, simulated: simulated ?? false, rows, formErrors });
};

/** What can be said of a row that is none, so that the rows below it do not seem to lack their parent. */
const standIn = (area: unknown, path: string): RegisterRow => {
  const member = (name: string): unknown =>
    typeof area === 'object' && area !== null ? Reflect.get(area, name) : undefined;
  const { code, parent, level } = { code: member('code'), parent: member('parent'), level: member('level') };
  return {
    path,
    line: undefined,
    code: typeof code === 'string' ? code : path,
    name: path,
    parent: typeof parent === 'string' ? parent : null,
    level: typeof level === 'number' ? level : Number.NaN,
    registered: 0,
    point: null,
  };
};
