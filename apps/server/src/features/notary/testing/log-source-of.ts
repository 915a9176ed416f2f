import type { LogSource } from '@comitium/proof';
import { runningFollowers } from '../../../platform/ledger/index.ts';
import type { TestApp } from '../../../testing/open-test-app.ts';

/** A server's files as a verifier from outside reads them; a pause is over when every follower has caught up. */
export const logSourceOf = ({ app, send }: TestApp): LogSource => ({
  read: async (path) => {
    const answer = await send('GET', `//${path}`);
    if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`);
    return answer.rawPayload;
  },
  pause: async () => {
    await Promise.all(runningFollowers(app.platform.db).map((follower) => follower.caughtUp()));
    await app.notary.caughtUp();
  },
});
