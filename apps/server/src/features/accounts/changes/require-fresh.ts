import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { passwordMatches } from '../../../platform/crypto/password-hash.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findCredentials } from '../people/person-queries.ts';

const freshMs = 10 * 60_000;

/**
 * For what a left-open browser must not allow: a session that began within ten minutes, or the password. It judges by
 * the sign-in alone, so that whoever signs in by phone signs in again.
 */
export const requireFresh = async (
  { platform }: AccountsTools,
  caller: PersonCaller,
  password: string | undefined,
): Promise<Result<void, Problem>> => {
  const { db, clock } = platform;
  if (password !== undefined) {
    const hash = (await findCredentials(db.kysely, caller.id))?.password_hash ?? null;
    if (hash !== null && (await passwordMatches(hash, password))) return ok(undefined);
    const message = 'The password is not right.';
    return err(
      problem('validation_failed', message, {
        errors: [{ path: '/password', code: 'password_wrong', message }],
      }),
    );
  }
  const session = await db.kysely
    .selectFrom('session')
    .select('created_at')
    .where('id', '=', caller.sessionId ?? '')
    .executeTakeFirst();
  const youngest = clock.now().getTime() - freshMs;
  if (session !== undefined && session.created_at.getTime() > youngest) return ok(undefined);
  return err(problem('sign_in_again', 'Sign in again, or give your password, to do this.'));
};
