import { sql } from 'kysely';
import type { Job } from '../../platform/jobs/job.ts';
import './accounts-tables.ts';

/** Sessions, tickets, codes and links are of no use once they are over; what happened stays in the ledger. */
export const forgetOldSessions: Job = {
  name: 'sessions.forget',
  cron: '17 3 * * *',
  run: async (_payload, { db }) => {
    await sql`delete from live_ticket where expires_at < clock_timestamp()`.execute(db.kysely);
    await sql`delete from challenge where expires_at < clock_timestamp() - interval '2 hours'`.execute(
      db.kysely,
    );
    await sql`delete from identity_change where expires_at < clock_timestamp() - interval '30 days'
      or (state <> 'waiting' and created_at < clock_timestamp() - interval '30 days')`.execute(db.kysely);
    // An hour counts for the limit of wrong answers.
    await sql`delete from factor_challenge where expires_at < clock_timestamp() - interval '2 hours'`.execute(
      db.kysely,
    );
    await sql`delete from signing_key where retires_at < clock_timestamp()`.execute(db.kysely);
    await sql`delete from session where expires_at < clock_timestamp() - interval '30 days'
      and not exists (select from live_ticket where session_id = session.id)`.execute(db.kysely);
  },
};
