import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { sql } from 'kysely';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { mayManageTerritory } from './import-register.ts';
import type { RegisterIndex } from './register-index.ts';
import { lockRegister, markRegisterDeleted } from './register-store.ts';

/** Hides a register that no election and no grant uses; its code is free again. */
export const deleteRegister = async (
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { id, code }: RegisterIndex,
  origin: Origin,
): Promise<Result<void, Problem>> => {
  const allowed = mayManageTerritory(origin, clock.now());
  if (!allowed.ok) return allowed;
  return inTransaction(db, async (tx): Promise<Result<void, Problem>> => {
    if (!(await lockRegister(tx, id)))
      return err(problem('register_not_found', `There is no register ${code}.`));
    if (await isUsed(tx, id)) {
      return err(problem('in_use', `Elections or grants use the register ${code}.`));
    }
    await markRegisterDeleted(tx, id, clock.now());
    const event = {
      stream: `register:${id}`,
      type: 'register.deleted',
      version: 1,
      payload: { code },
    } as const;
    await appendToLedger(tx, [{ ...event, ...ledgerOrigin(origin) }]);
    return ok(undefined);
  });
};

const isUsed = async (tx: Transaction, id: string): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from election where register_id = ${id}) or exists (
      select from role_grant join area on area.id = role_grant.area_id
      where area.register_id = ${id} and role_grant.revoked_at is null
    ) as used`.execute(tx);
  return rows[0]?.used ?? true;
};
