// The only SQL that writes sessions. Every way to sign in ends in insertSession.
import type { UserId } from '@comitium/basics';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { endUnfinishedSignIns } from '../second-factors/factor-challenge-store.ts';
import type { Device } from '../sign-in/read-user-agent.ts';
import type { SignInMethod } from './sign-in-method.ts';
import '../accounts-tables.ts';

export interface NewSession {
  readonly id: string;
  readonly personId: UserId;
  readonly method: SignInMethod;
  readonly secondFactorAt: Date | null;
  readonly carrier: 'cookie' | 'body';
  readonly device: Device;
  readonly place: string | null;
  readonly newDevice: boolean;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

/** False where the person was disabled in the meantime. */
export const insertSession = async (tx: Transaction, session: NewSession): Promise<boolean> => {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', session.personId)
    .where('disabled_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (person === undefined) return false;
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      person_id: session.personId,
      method: session.method,
      second_factor_at: session.secondFactorAt,
      carrier: session.carrier,
      browser: session.device.browser,
      system: session.device.system,
      place: session.place,
      new_device: session.newDevice,
      created_at: session.startsAt,
      last_seen_at: session.startsAt,
      expires_at: session.expiresAt,
      ended_at: null,
    })
    .execute();
  return true;
};

/** When a renewal was asked for last, and from where: the only time that a session's use is written down. */
export const updateSessionSeen = async (
  tx: Transaction,
  id: string,
  { at, place }: { at: Date; place: string | null },
): Promise<void> => {
  await tx.updateTable('session').set({ last_seen_at: at, place }).where('id', '=', id).execute();
};

/** False where the session has ended. */
export const updateSecondFactorShown = async (tx: Transaction, id: string, at: Date): Promise<boolean> => {
  const updated = await tx
    .updateTable('session')
    .set({ second_factor_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return updated.length > 0;
};

/** The ids of those that were still open. */
export const endSession = async (tx: Transaction, id: string, at: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning(['id', 'person_id'])
    .execute();

/** The same, where it is this person's. */
export const endOwnSession = async (
  tx: Transaction,
  { id, personId, at }: { id: string; personId: UserId; at: Date },
) =>
  tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning(['id', 'person_id'])
    .execute();

/** All but one, and the sign-ins that are not finished. */
export const endSessionsOf = async (
  tx: Transaction,
  personId: UserId,
  { at, except }: { at: Date; except: string | null },
) => {
  await endUnfinishedSignIns(tx, personId, at);
  let ending = tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (except !== null) ending = ending.where('id', '<>', except);
  return ending.returning(['id', 'person_id']).execute();
};
