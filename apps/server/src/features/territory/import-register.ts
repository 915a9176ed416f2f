import { err, ok, type RegisterId, type Result, uuidv7 } from '@comitium/basics';
import { type ImportReport, type Problem, problem } from '@comitium/contract';
import { allows } from '../../platform/access/allows.ts';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkRegister } from './check-register.ts';
import { joinErrors } from './join-errors.ts';
import { refusedImport } from './refused-import.ts';
import type { RegisterSource } from './register-row.ts';
import { insertAreas, insertRegister, type NewRegister } from './register-store.ts';

type Needs = Pick<Platform, 'db' | 'clock'>;

export interface ImportedRegister {
  readonly id: RegisterId;
  readonly code: string;
}

export const mayManageTerritory = ({ caller }: Origin, now: Date): Result<void, Problem> =>
  allows(caller, 'territory.manage', {}, now)
    ? ok(undefined)
    : err(problem('forbidden', 'Only who manages the territory may do this.'));

/** What an import would say, without writing. */
export const checkImport = ({ levels, rows, formErrors = [] }: RegisterSource): ImportReport => ({
  written: false,
  rows: rows.length,
  errors: joinErrors(formErrors, checkRegister(levels, rows).errors),
  summary: levels.map((name, level) => ({ name, count: rows.filter((row) => row.level === level).length })),
});

/** Writes a register as a whole or not at all. */
export const importRegister = async (
  { db, clock }: Needs,
  source: RegisterSource,
  origin: Origin,
): Promise<Result<ImportedRegister, Problem>> => {
  const allowed = mayManageTerritory(origin, clock.now());
  if (!allowed.ok) return allowed;
  const { errors: broken, ordered } = checkRegister(source.levels, source.rows);
  const errors = joinErrors(source.formErrors ?? [], broken);
  if (errors.length > 0) return err(refusedImport(errors));
  const register = describe(source, clock.now());
  const written = await inTransaction(db, async (tx) => {
    if (!(await insertRegister(tx, register))) return false;
    await insertAreas(tx, register.id, ordered);
    const { id, levels, ...facts } = register;
    await appendToLedger(tx, [
      {
        stream: `register:${id}`,
        type: 'register.imported',
        version: 1,
        payload: { ...facts, levels: [...levels] },
        ...ledgerOrigin(origin),
      },
    ]);
    return true;
  });
  if (written) return ok({ id: register.id, code: register.code });
  return err(
    problem('code_taken', `There is a register ${register.code} already; a new edition needs a new code.`),
  );
};

const describe = ({ code, name, levels, simulated, rows }: RegisterSource, now: Date): NewRegister => {
  const stations = rows.filter(({ level }) => level === levels.length - 1);
  return {
    id: uuidv7(now.getTime()) as RegisterId,
    code,
    name,
    levels,
    simulated,
    areas: rows.length,
    stations: stations.length,
    registered: stations.reduce((sum, { registered }) => sum + registered, 0),
  };
};
