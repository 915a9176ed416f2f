// The only SQL that writes messages. Every change names the state it starts from, so that of two who act one wins.
import type { Insertable, Kysely } from 'kysely';
import type { DatabaseSchema } from '../../platform/database/schema.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { isSettled, type MessageStep, stateAfter, statesBefore } from './message.ts';
import './message-tables.ts';

/** False where the key was used before. */
export const insertMessage = async (
  tx: Transaction,
  message: Insertable<DatabaseSchema['message']>,
): Promise<boolean> => {
  const inserted = await tx
    .insertInto('message')
    .values(message)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
};

/** Takes the message for one attempt; null where another has it or it is over. */
export const claimMessage = async (
  db: Kysely<DatabaseSchema>,
  id: string,
  at: Date,
): Promise<number | null> => {
  const row = await db
    .updateTable('message')
    .set((is) => ({ state: 'sending', claimed_at: at, attempts: is('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', statesBefore('claim'))
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts ?? null;
};

/** Takes over from an attempt that never told its end; null where somebody else did or its end has come. */
export const reclaimMessage = async (
  db: Kysely<DatabaseSchema>,
  id: string,
  { lostAttempt, at }: { readonly lostAttempt: number; readonly at: Date },
): Promise<number | null> => {
  const row = await db
    .updateTable('message')
    .set({ attempts: lostAttempt + 1, claimed_at: at })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', lostAttempt)
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts ?? null;
};

export interface StepFacts {
  readonly at: Date;
  readonly reason?: string | null;
  readonly gateway?: string;
  readonly reference?: string | null;
  /** Only where this is still the number of attempts. */
  readonly attempt?: number;
}

/** Takes one step; false where the message is not in a state that the step begins in. */
export const updateMessage = async (
  tx: Transaction,
  id: string,
  step: Exclude<MessageStep, 'claim'>,
  facts: StepFacts,
): Promise<boolean> => {
  const before = statesBefore(step);
  const after = before[0] === undefined ? null : stateAfter(before[0], step);
  if (after === null) throw new Error(`no arrow is called ${step}`);
  const { at, attempt, reason, gateway, reference } = facts;
  let update = tx
    .updateTable('message')
    .set({
      state: after,
      settled_at: isSettled(after) ? at : null,
      ...(reason !== undefined && { reason }),
      ...(gateway !== undefined && { gateway }),
      ...(reference !== undefined && { reference }),
      ...(step === 'retry' && { attempts: 0 }),
    })
    .where('id', '=', id)
    .where('state', 'in', before);
  if (attempt !== undefined) update = update.where('attempts', '=', attempt);
  return (await update.returning('id').executeTakeFirst()) !== undefined;
};
