import { err, ok, type Result } from '@comitium/basics';
import { type FactorEnrolled, type Problem, problem, type TotpEnrolment } from '@comitium/contract';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { listIdentities } from '../identities/identity-queries.ts';
import type { Requester } from '../sign-in/requester.ts';
import { finishEnrolment } from './finish-enrolment.ts';
import { newTotpSecret, totpUri } from './totp.ts';
import { insertTotp, takeTotpCode } from './totp-store.ts';

/** A new secret for an authenticator app; nothing asks for it until a first code has proved that the app has it. */
export const beginTotp = async (
  { platform }: AccountsTools,
  caller: PersonCaller,
): Promise<Result<TotpEnrolment, Problem>> => {
  const { db, keys, clock } = platform;
  const secret = newTotpSecret();
  const begun = await inTransaction(db, (tx) =>
    insertTotp(tx, keys, { personId: caller.id, secret, now: clock.now() }),
  );
  if (!begun) return err(problem('wrong_state', 'There is an authenticator app; remove it first.'));
  const [identity] = await listIdentities(db.kysely, keys, [caller.id]);
  return ok({ secret, uri: totpUri(secret, { issuer: 'Comitium', label: identity?.value ?? caller.name }) });
};

export interface ConfirmTotp {
  readonly caller: PersonCaller;
  readonly sessionId: string;
  readonly code: string;
  readonly requester: Requester;
}

export const confirmTotp = async (
  tools: AccountsTools,
  { caller, sessionId, code, requester }: ConfirmTotp,
): Promise<Result<FactorEnrolled, Problem>> => {
  const { keys, clock, trail } = tools.platform;
  const { address, requestId } = requester;
  const enrolled = await finishEnrolment(tools, {
    ...{ caller, sessionId, requestId, kind: 'totp' },
    save: (tx) => takeTotpCode(tx, keys, { personId: caller.id, code, now: clock.now(), confirmed: false }),
  });
  if (enrolled !== null) return enrolled;
  const action = 'postAuthMeTotpConfirm';
  trail.note({ kind: 'code_failed', personId: caller.id, action, address, requestId });
  return err(problem('code_refused', 'The code is not right, or no longer good.'));
};
