import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Platform } from '../../platform/platform.ts';
import type { BoundaryBook } from './boundary-book.ts';
import type { RegisterBook } from './register-book.ts';
import type { RegisterIndex } from './register-index.ts';

/** What the routes of this feature work with. */
export interface TerritoryTools {
  readonly platform: Platform;
  readonly registers: RegisterBook;
  readonly boundaries: BoundaryBook;
}

export const requireRegister = async (
  { registers }: TerritoryTools,
  reference: string,
): Promise<Result<RegisterIndex, Problem>> => {
  const register = await registers.find(reference);
  return register === null
    ? err(problem('register_not_found', `There is no register ${reference}.`))
    : ok(register);
};

export const requireArea = (register: RegisterIndex, reference: string): Result<number, Problem> => {
  const area = register.find(reference);
  return area === undefined
    ? err(problem('area_not_found', `The register ${register.code} has no area ${reference}.`))
    : ok(area);
};
