import type { UserId } from '@comitium/basics';
import { sql } from 'kysely';
import { inTransaction } from '../../../platform/database/index.ts';
import type { AuditTools } from '../audit-tools.ts';
import { distanceKm, type Place, type Places } from './places.ts';
import { raiseAlert } from './raise-alert.ts';

/** Nearer than this, two places may be one: the networks' places are rough. */
const sameKm = 200;

interface Seen extends Place {
  readonly seen_at: Date;
}

/** Compares the place of a sign-in with that of the one before: whoever came faster than anybody can is told of. */
export const noteSignIn = async (
  tools: AuditTools,
  places: Places,
  { personId, address }: { personId: UserId; address: string },
): Promise<void> => {
  const place = places.locate(address);
  if (place === null) return;
  const { db, clock, config } = tools.platform;
  const now = clock.now();
  await inTransaction(db, async (tx) => {
    const { rows } = await sql<Seen>`
      select latitude, longitude, seen_at from audit_place where person_id = ${personId} for update`.execute(
      tx,
    );
    await sql`
      insert into audit_place (person_id, latitude, longitude, seen_at)
      values (${personId}, ${place.latitude}, ${place.longitude}, ${now})
      on conflict (person_id) do update set latitude = excluded.latitude, longitude = excluded.longitude,
        seen_at = excluded.seen_at`.execute(tx);
    const [last] = rows;
    if (last === undefined) return;
    const km = distanceKm(last, place);
    const hours = Math.max(0, now.getTime() - last.seen_at.getTime()) / 3_600_000;
    if (km < sameKm || km <= hours * config.fastestTravel) return;
    await raiseAlert(tools, tx, {
      kind: 'impossible_travel',
      key: `impossible_travel ${personId} ${now.toISOString()}`,
      personId,
      detail: { kilometres: Math.round(km), minutes: Math.round(hours * 60) },
    });
  });
};
