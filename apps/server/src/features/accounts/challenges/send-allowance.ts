// How often something is sent: to one number or address, for one requester, to one country, in all. Counted in the
// database, whichever process asks and whether or not Redis is there; and by the limiter, which sees a burst at once.
import type { UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Requester } from '../sign-in/requester.ts';
import { hourMs, mostSendsPerHour } from './challenge.ts';

export interface SendWish {
  /** Keyed hashes of the number or address, under every accepted key. */
  readonly targetMacs: readonly Buffer[];
  readonly requesterMac: Buffer;
  /** Country calling code; null for e-mail. */
  readonly prefix: string | null;
  /** The requester's device has been used by the owner of the target. */
  readonly known: boolean;
}

/** By its own device a person keeps limits of his own, however many strangers ask for his number. */
export const isKnown = (requester: Requester, owner: UserId | null): boolean =>
  owner !== null && requester.knownPersonId === owner;

/** Null where one more may be sent now. Holds the target's lock until the transaction ends: a burst counts fully. */
export const takeSendAllowance = async (
  tx: Transaction,
  { config, clock, rateLimiter }: Pick<Platform, 'config' | 'clock' | 'rateLimiter'>,
  wish: SendWish,
): Promise<Problem | null> => {
  const now = clock.now();
  const lock = wish.targetMacs.at(-1)?.toString('hex') ?? '';
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 1))`.execute(tx);
  const { sent, first, last } = await countForTarget(tx, wish, now);
  if (sent >= mostSendsPerHour && first !== null)
    return wait(first.getTime() + hourMs, now, hourly(mostSendsPerHour));
  const resendAtMs = (last?.getTime() ?? 0) + config.codeResend * 1000;
  if (resendAtMs > now.getTime()) {
    return wait(resendAtMs, now, { most: 1, windowSeconds: config.codeResend });
  }
  if (wish.known || !config.rateLimits) return null;
  const counts = await countForStrangers(tx, wish, now);
  const requester = wish.requesterMac.toString('base64url');
  const limits = [
    { key: `codes requester ${requester}`, most: config.codesPerAddress, sent: counts.requester },
    ...(wish.prefix === null
      ? []
      : [
          { key: `codes prefix ${wish.prefix}`, most: config.codesPerCountry, sent: counts.prefix },
          { key: 'codes', most: config.codesPerHour, sent: counts.all },
        ]),
  ];
  // One after the other: what a narrower limit refuses must not spend a wider one.
  for (const { key, most, sent: before } of limits) {
    const verdict = await rateLimiter.take(key, most, hourMs / 1000);
    if (before >= most || !verdict.allowed) {
      return wait(now.getTime() + hourMs / 4, now, hourly(most));
    }
  }
  return null;
};

const hourly = (most: number): Problem['quota'] => ({ most, windowSeconds: hourMs / 1000 });

const wait = (untilMs: number, now: Date, quota: Problem['quota']): Problem =>
  problem('rate_limited', 'Too many messages were asked for; wait a moment.', {
    retryAfterSeconds: Math.max(1, Math.ceil((untilMs - now.getTime()) / 1000)),
    ...(quota && { quota }),
  });

const countForTarget = async (tx: Transaction, wish: SendWish, now: Date) => {
  const since = new Date(now.getTime() - hourMs);
  const { rows } = await sql<{ sent: number; first: Date | null; last: Date | null }>`
    select count(*) filter (where known = ${wish.known})::int as sent,
      min(created_at) filter (where known = ${wish.known}) as first,
      max(created_at) filter (where requester_mac = ${wish.requesterMac}) as last
    from challenge where target_mac = any(${[...wish.targetMacs]}::bytea[]) and created_at > ${since}`.execute(
    tx,
  );
  return rows[0] ?? { sent: 0, first: null, last: null };
};

const countForStrangers = async (tx: Transaction, { requesterMac, prefix }: SendWish, now: Date) => {
  const since = new Date(now.getTime() - hourMs);
  const { rows } = await sql<{ requester: number; prefix: number; all: number }>`
    select
      (select count(*) from challenge where requester_mac = ${requesterMac} and created_at > ${since})::int as requester,
      (select count(*) from challenge where prefix = ${prefix}::text and not known and created_at > ${since})::int as prefix,
      (select count(*) from challenge where prefix is not null and not known and created_at > ${since})::int as all`.execute(
    tx,
  );
  return rows[0] ?? { requester: 0, prefix: 0, all: 0 };
};
