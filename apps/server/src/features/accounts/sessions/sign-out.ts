import { anonymous } from '../../../platform/access/allows.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findSessionOfToken } from './refresh-token-store.ts';
import { appendSessionsEnded } from './session-events.ts';
import { endSession } from './session-store.ts';

/** Ends the session of the cookie, of the bearer token, or of both; one that is over already is no error. */
export const signOut = async (
  tools: AccountsTools,
  { secret, token, requestId }: { secret: string | null; token: string | null; requestId: string | null },
): Promise<void> => {
  const { db, clock } = tools.platform;
  const now = clock.now();
  const bySecret = secret === null ? undefined : await findSessionOfToken(db.kysely, secret);
  const byToken = token === null ? null : await tools.tokens.verify(token);
  const ids = new Set([bySecret, byToken?.sessionId].filter((id) => id !== undefined));
  await inTransaction(db, async (tx) => {
    for (const id of ids) {
      const sessions = await endSession(tx, id, now);
      const origin = { caller: anonymous, requestId };
      await appendSessionsEnded(tx, tools, { sessions, origin });
    }
  });
};
