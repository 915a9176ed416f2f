import type { UserId } from '@comitium/basics';
import type { AccountExport } from '@comitium/contract';
import { sql } from 'kysely';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { listGrants, toGrantAnswers } from '../grants/grant-queries.ts';
import { listIdentities } from '../identities/identity-queries.ts';
import { exportFactors } from '../second-factors/export-factors.ts';
import { findProfile } from './person-queries.ts';
import { findPhoto } from './photo/photo-store.ts';

/** The newest; a correspondent of a long night has fewer. */
const mostEvents = 5_000;

/** Everything about the person that is not a secret of the program: hashes of passwords and tokens are not in it. */
export const exportAccount = async (tools: AccountsTools, { id }: PersonCaller): Promise<AccountExport> => {
  const { db, keys, clock } = tools.platform;
  const profile = await findProfile(db.kysely, id);
  if (profile === undefined) throw new Error('a caller without an account');
  const photo = await findPhoto(db.kysely, id);
  const identities = await listIdentities(db.kysely, keys, [id]);
  const grants = await toGrantAnswers(tools, await listGrants(db.kysely, { personIds: [id] }, clock.now()));
  const events = await listEvents(tools.platform, id);
  const other: Record<string, unknown> = {};
  for (const [room, { collect }] of Object.entries(tools.personalData())) other[room] = await collect(id);
  return {
    exportedAt: clock.now().toISOString(),
    profile: {
      id,
      name: profile.name,
      language: profile.language,
      createdAt: profile.created_at.toISOString(),
      hasPassword: profile.password_hash !== null,
      photo: photo ? { mediaType: photo.media_type, content: photo.content.toString('base64') } : null,
    },
    identities: identities.map(({ kind, value, verifiedAt }) => ({
      kind,
      value,
      verified: verifiedAt !== null,
    })),
    grants,
    secondFactors: await exportFactors(db.kysely, id),
    sessions: await listSessions(tools.platform, id),
    events: events.slice(0, mostEvents),
    eventsComplete: events.length <= mostEvents,
    other,
  };
};

const listSessions = async ({ db }: Platform, id: UserId): Promise<AccountExport['sessions']> => {
  const rows = await db.kysely
    .selectFrom('session')
    .select(['id', 'created_at', 'expires_at', 'ended_at', 'last_seen_at', 'browser', 'system', 'place'])
    .where('person_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    system: row.system,
    place: row.place,
    startedAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }));
};

/** What happened to the account, and what its owner did; ledger_by_stream and the audit's index on actor serve it. */
const listEvents = async ({ db }: Platform, id: UserId): Promise<AccountExport['events']> => {
  const { rows } = await sql<{ stream: string; type: string; payload: unknown; at: Date; mine: boolean }>`
    select stream, type, payload, occurred_at as at, actor is not distinct from ${id}::uuid as mine
    from ledger where stream = ${`person:${id}`} or actor = ${id}::uuid
    order by era desc, tx desc, id desc limit ${mostEvents + 1}`.execute(db.kysely);
  return rows.map(({ stream, type, payload, at, mine }) => ({
    type,
    stream,
    at: at.toISOString(),
    byMe: mine,
    payload,
  }));
};
