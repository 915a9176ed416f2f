import { sql } from 'kysely';
import type { PersonalData } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';

/** A person's last place, and what was refused to him. Refusals are evidence and stay: they hold networks, no names. */
export const auditPersonalData = ({ db }: Pick<Platform, 'db'>): PersonalData => ({
  collect: async (personId) => {
    const places = await sql`
      select latitude, longitude, seen_at from audit_place where person_id = ${personId}`.execute(db.kysely);
    const refusals = await sql`
      select occurred_at, kind, action, network::text as network, times from audit_refusal
      where person_id = ${personId} order by id desc limit 1000`.execute(db.kysely);
    return { lastPlace: places.rows[0] ?? null, refusals: refusals.rows };
  },
  erase: async (tx, personId) => {
    await sql`delete from audit_place where person_id = ${personId}`.execute(tx);
  },
});
