// Tickets stand in for tokens in the address of a live connection: good once, for half a minute.
import { err, ok, type Result, type UserId } from '@comitium/basics';
import { hashOfSecret, randomSecret } from '../../../platform/crypto/secret.ts';
import type { LiveError } from '../../../platform/live/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import '../accounts-tables.ts';

/** A signed-in holder of a live connection, in the hub's terms; the connection ends with the token it came from. */
export interface TicketHolder {
  readonly kind: 'user';
  readonly id: UserId;
  readonly sessionId: string;
  readonly expiresAt: Date;
}

export interface IssuedTicket {
  readonly ticket: string;
  readonly expiresAt: string;
}

const lifeMs = 30_000;

export const issueTicket = async (
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  holder: Pick<TicketHolder, 'id' | 'sessionId' | 'expiresAt'>,
): Promise<IssuedTicket> => {
  const now = clock.now();
  const ticket = randomSecret();
  const expiresAt = new Date(now.getTime() + lifeMs);
  // Those that nobody redeemed go with the next one, so that the table stays small without a job.
  await db.kysely.deleteFrom('live_ticket').where('expires_at', '<', now).execute();
  await db.kysely
    .insertInto('live_ticket')
    .values({
      secret_hash: hashOfSecret(ticket),
      person_id: holder.id,
      session_id: holder.sessionId,
      expires_at: expiresAt,
      person_expires_at: holder.expiresAt,
    })
    .execute();
  return { ticket, expiresAt: expiresAt.toISOString() };
};

/** Whom a ticket stands for; deleting the row is what makes it good once, also among several processes. */
export const redeemTicket = async (
  { platform, rights, endedSessions }: Pick<AccountsTools, 'platform' | 'rights' | 'endedSessions'>,
  ticket: string,
): Promise<Result<TicketHolder, LiveError>> => {
  const row = await platform.db.kysely
    .deleteFrom('live_ticket')
    .where('secret_hash', '=', hashOfSecret(ticket))
    .returning(['person_id', 'session_id', 'expires_at', 'person_expires_at'])
    .executeTakeFirst();
  const now = platform.clock.now();
  if (row === undefined || row.expires_at <= now || row.person_expires_at <= now) {
    return err({ code: 'unauthenticated', message: 'The ticket was used before or is over; get a new one.' });
  }
  const person = await rights.find(row.person_id);
  if (endedSessions.has(row.session_id) || person === null || person.disabled) {
    return err({ code: 'session_expired', message: 'The session of this ticket has ended.' });
  }
  const { person_id: id, session_id: sessionId, person_expires_at: expiresAt } = row;
  return ok({ kind: 'user', id, sessionId, expiresAt });
};
