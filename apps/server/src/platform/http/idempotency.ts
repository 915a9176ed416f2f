import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { sql } from 'kysely';
import type { Platform } from '../platform.ts';
import type { Call, Route } from './route.ts';

declare module '../database/schema.ts' {
  interface DatabaseSchema {
    idempotency: {
      caller: string;
      operation: string;
      key: string;
      body_hash: Buffer;
      answer: unknown;
      state: 'running' | 'done';
      started_at: Date;
    };
  }
}

const visible = /^[\x21-\x7e]{1,128}$/;

/** The header's key, null when the request has none, or why it cannot be used. */
export const readIdempotencyKey = (header: string | string[] | undefined): Result<string | null, Problem> => {
  if (header === undefined) return ok(null);
  if (typeof header === 'string' && visible.test(header)) return ok(header);
  return err(problem('idempotency_key_invalid', 'Use 1 to 128 visible ASCII characters, such as a UUID.'));
};

/** Keyed, because a body may hold an address that could be guessed from a plain hash; under every accepted key. */
const hashesOfBody = ({ keys }: Pick<Platform, 'keys'>, body: unknown): readonly Buffer[] =>
  keys.macs('request body', JSON.stringify(body ?? null));

/**
 * Runs a creating request once for its key: the same key and body answer what was answered first. The place is
 * taken by a unique row before the work; a failure frees it; one left by a crash is taken over after a minute.
 */
export const runIdempotently = async (
  platform: Platform,
  route: Route,
  call: Call<unknown, unknown, unknown>,
  run: () => Promise<Result<unknown, Problem>>,
): Promise<Result<unknown, Problem>> => {
  const key = readIdempotencyKey(call.request.headers['idempotency-key']);
  if (!key.ok) return key;
  if (key.value === null || call.caller.kind !== 'person') return run();
  const operation = `${route.method} ${call.request.url.split('?')[0]}`;
  const place = { caller: call.caller.id, operation, key: key.value };
  const bodyHashes = hashesOfBody(platform, call.body);
  const earlier = await takePlace(platform, place, bodyHashes);
  if (!earlier.ok) return earlier;
  if (earlier.value !== null) {
    call.reply.header('idempotent-replayed', 'true');
    return ok(earlier.value.answer);
  }
  return finish(platform, place, run);
};

interface Place {
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
}

const takePlace = async (
  platform: Platform,
  place: Place,
  bodyHashes: readonly Buffer[],
): Promise<Result<{ answer: unknown } | null, Problem>> => {
  const db = platform.db.kysely;
  const isSame = (hash: Buffer): boolean => bodyHashes.some((own) => own.equals(hash));
  const taken = await sql<{ taken: boolean }>`
    insert into idempotency (caller, operation, key, body_hash, state)
    values (${place.caller}, ${place.operation}, ${place.key}, ${bodyHashes[0]}, 'running')
    on conflict (caller, operation, key) do update set started_at = clock_timestamp()
      where idempotency.state = 'running' and idempotency.body_hash = any(${[...bodyHashes]}::bytea[])
        and idempotency.started_at < clock_timestamp() - interval '1 minute'
    returning true as taken`.execute(db);
  if (taken.rows.length > 0) return ok(null);
  const row = await at(db, place).executeTakeFirst();
  if (row === undefined || row.state === 'running') {
    const detail = 'The first request with this key has not finished yet.';
    if (row === undefined || isSame(row.body_hash)) {
      return err(problem('request_in_progress', detail, { retryAfterSeconds: 1 }));
    }
  }
  if (row !== undefined && !isSame(row.body_hash)) {
    return err(problem('idempotency_key_reused', 'This key was used for another body; take a new one.'));
  }
  return ok({ answer: row?.answer });
};

const at = (db: Platform['db']['kysely'], place: Place) =>
  db
    .selectFrom('idempotency')
    .selectAll()
    .where('caller', '=', place.caller)
    .where('operation', '=', place.operation)
    .where('key', '=', place.key);

const finish = async (
  platform: Platform,
  place: Place,
  run: () => Promise<Result<unknown, Problem>>,
): Promise<Result<unknown, Problem>> => {
  const db = platform.db.kysely;
  const free = () =>
    sql`delete from idempotency where caller = ${place.caller} and operation = ${place.operation} and key = ${place.key}`.execute(
      db,
    );
  let result: Result<unknown, Problem>;
  try {
    result = await run();
  } catch (error) {
    await free();
    throw error;
  }
  if (!result.ok) {
    await free();
    return result;
  }
  const answer = JSON.stringify(result.value ?? null);
  await sql`update idempotency set state = 'done', answer = ${answer}::jsonb
    where caller = ${place.caller} and operation = ${place.operation} and key = ${place.key}`.execute(db);
  return result;
};
