// Content is kept as short as it is of use: some time after delivery it is erased; the row stays a while longer, because
// its key keeps the message from being sent a second time.
import { sql } from 'kysely';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import './message-tables.ts';

const dayMs = 24 * 3_600_000;
const deadDays = 30;
const rowDays = 400;
const batch = 1_000;

const byRetention: Origin = {
  caller: { kind: 'system', name: 'retention' },
  requestId: null,
  reason: `kept for ${deadDays} days`,
};

export const eraseMessages = (platform: Platform): Job => ({
  name: 'messages.erase',
  cron: '*/10 * * * *',
  run: async () => {
    const now = platform.clock.now().getTime();
    await discardOld(platform, new Date(now - deadDays * dayMs));
    await eraseSettled(platform, new Date(now - platform.config.messageRetention * 1000));
    await forgetOld(platform, new Date(now - rowDays * dayMs));
  },
});

/** Nobody decided in all that time. */
const discardOld = ({ db, clock }: Platform, before: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { rows } = await sql<{ id: string; channel: string; template: string; reason: string | null }>`
      update message set state = 'discarded', settled_at = ${clock.now()}
      where id in (select id from message where state = 'dead' and settled_at < ${before} limit ${batch} for update)
      returning id, channel, template, reason`.execute(tx);
    await appendToLedger(
      tx,
      rows.map(({ id, channel, template, reason }) => ({
        stream: `message:${id}`,
        type: 'message.discarded',
        version: 1,
        payload: { channel, template, failure: reason },
        ...ledgerOrigin(byRetention),
      })),
    );
  });

const eraseSettled = async ({ db }: Platform, before: Date): Promise<void> => {
  await sql`update message set sealed = null
    where sealed is not null and settled_at < ${before} and state <> 'dead'`.execute(db.kysely);
};

const forgetOld = async ({ db }: Platform, before: Date): Promise<void> => {
  await sql`delete from message where state in ('sent', 'expired', 'discarded') and settled_at < ${before}`.execute(
    db.kysely,
  );
  await sql`delete from mailbox_item where delivered_at < ${before}`.execute(db.kysely);
};
