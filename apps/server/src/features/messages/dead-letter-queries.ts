import { err, isUuid, ok, type Result } from '@comitium/basics';
import { type DeadLetter, type PageOf, type Problem, problem } from '@comitium/contract';
import { sql } from 'kysely';
import { SealedValueError } from '../../platform/crypto/key-ring.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { Platform } from '../../platform/platform.ts';
import { maskAddress } from './mask-address.ts';
import type { Channel } from './message.ts';
import type { MessageRow } from './message-queries.ts';
import { openContent } from './sealed-content.ts';

export interface DeadLetterPage {
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** The newest failure first. */
export const listDeadLetters = async (
  platform: Platform,
  { limit, cursor }: DeadLetterPage,
): Promise<Result<PageOf<DeadLetter>, Problem>> => {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  if (cursor !== undefined && after === null) {
    return err(problem('cursor_invalid', 'This list gave out no such cursor.'));
  }
  let query = platform.db.kysely
    .selectFrom('message')
    .selectAll()
    .where('state', '=', 'dead')
    .orderBy('settled_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after !== null) query = query.where(sql<boolean>`(settled_at, id) < (${after.at}, ${after.id}::uuid)`);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return ok({
    items: page.map((row) => describe(platform, row)),
    nextCursor: last ? encodeCursor(last) : null,
  });
};

export const countDeadLetters = async ({ db }: Platform): Promise<ReadonlyMap<Channel, number>> => {
  const rows = await db.kysely
    .selectFrom('message')
    .select(['channel', (is) => is.fn.countAll<number>().as('letters')])
    .where('state', '=', 'dead')
    .groupBy('channel')
    .execute();
  return new Map(rows.map(({ channel, letters }) => [channel, letters]));
};

/** Those that are too late to be sent, the oldest first. */
export const listExpiredDeadLetters = (tx: Transaction, now: Date, limit: number): Promise<MessageRow[]> =>
  tx
    .selectFrom('message')
    .selectAll()
    .where('state', '=', 'dead')
    .where('expires_at', '<=', now)
    .orderBy('settled_at')
    .limit(limit)
    .execute();

const describe = (platform: Platform, row: MessageRow): DeadLetter => ({
  id: row.id,
  channel: row.channel,
  template: row.template,
  to: maskedAddress(platform, row),
  personId: row.person_id,
  reason: row.reason ?? '',
  attempts: row.attempts,
  perhapsDelivered: isPerhapsDelivered(row),
  expired: row.expires_at <= platform.clock.now(),
  createdAt: row.created_at.toISOString(),
  failedAt: (row.settled_at ?? row.created_at).toISOString(),
});

const isPerhapsDelivered = ({ reason }: Pick<MessageRow, 'reason'>): boolean =>
  reason?.startsWith('unknown_') ?? false;

const maskedAddress = ({ keys }: Platform, { channel, sealed }: MessageRow): string => {
  if (sealed === null) return '•••';
  try {
    return maskAddress(channel, openContent(keys, sealed).to);
  } catch (error) {
    if (error instanceof SealedValueError) return '•••';
    throw error;
  }
};

const encodeCursor = ({ settled_at, id }: MessageRow): string =>
  Buffer.from(`${settled_at?.toISOString()} ${id}`).toString('base64url');

const decodeCursor = (cursor: string): { at: Date; id: string } | null => {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const at = new Date(time);
  return Number.isNaN(at.getTime()) || !isUuid(id) ? null : { at, id };
};
