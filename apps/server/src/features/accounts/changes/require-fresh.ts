import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { passwordMatches } from '../../../platform/crypto/password-hash.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findCredentials } from '../people/person-queries.ts';
import { findFactors, hasFactor } from '../second-factors/factor-queries.ts';
import { findSessionProof } from '../sessions/session-queries.ts';

const freshMs = 10 * 60_000;
/** No session has this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * For what a left-open browser must not allow: a second factor shown within ten minutes by whoever has one, else a
 * session that began within ten minutes, or the password. Whoever signs in by phone signs in again.
 */
export const requireFresh = async (
  { platform }: AccountsTools,
  caller: PersonCaller,
  password: string | undefined,
): Promise<Result<void, Problem>> => {
  const { db, clock } = platform;
  const youngest = clock.now().getTime() - freshMs;
  const session = await findSessionProof(db.kysely, caller.sessionId ?? nobody);
  if (hasFactor(await findFactors(db.kysely, caller.id))) {
    if ((session?.second_factor_at?.getTime() ?? 0) > youngest) return ok(undefined);
    return err(problem('step_up_required', 'Show your second factor again to do this.'));
  }
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
  if (session !== undefined && session.created_at.getTime() > youngest) return ok(undefined);
  return err(problem('sign_in_again', 'Sign in again, or give your password, to do this.'));
};
