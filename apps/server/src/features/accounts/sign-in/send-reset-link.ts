import { randomSecret } from '../../../platform/crypto/secret.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { linkToken } from '../challenges/challenge.ts';
import { macOfSecret, updateChallengeSecret } from '../challenges/challenge-store.ts';
import { linkTo } from '../challenges/link-to.ts';
import { readAbout } from '../challenges/read-about.ts';
import { findOwner } from '../identities/identity-queries.ts';
import { findPersonById } from '../people/person-queries.ts';
import { type AboutReset, resetJob } from './reset-password.ts';

/** Sends the link where the address has an account, and nothing elsewhere. Its secret is drawn here and kept nowhere. */
export const sendResetLink = (tools: AccountsTools): Job<{ challenge: string }> => ({
  name: resetJob,
  run: async ({ challenge: id }, { db }) => {
    const { keys, config } = tools.platform;
    await inTransaction(db, async (tx) => {
      const row = await tx.selectFrom('challenge').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined || row.burnt_at !== null) return;
      const { email, language } = readAbout<AboutReset>(keys, row);
      const owner = await findOwner(tx, keys, { kind: 'email', value: email });
      const person = owner && (await findPersonById(tx, owner.personId));
      if (person === undefined || person.disabled_at !== null) return;
      const secret = randomSecret();
      const secretMac = macOfSecret(keys, id, secret);
      if (!(await updateChallengeSecret(tx, { id, personId: person.id, secretMac }))) return;
      await tools.messages.send(tx, {
        channel: 'email',
        to: email,
        template: 'reset_password',
        values: { link: linkTo(config, '/reset-password', linkToken(id, secret)) },
        language,
        key: `challenge ${id}`,
        personId: person.id,
        expiresAt: row.expires_at,
      });
    });
  },
});
