import { type UserId, uuidv7 } from '@comitium/basics';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findIdentity } from '../identities/identity-queries.ts';
import { findProfile } from '../people/person-queries.ts';
import { type SecurityNotice, securityNotices } from './security-notices.ts';

/** By e-mail, to whoever has a verified one: it may not have been he. */
export const tellOfSecurity = async (
  tx: Transaction,
  { platform, messages }: Pick<AccountsTools, 'platform' | 'messages'>,
  { personId, notice }: { personId: UserId; notice: SecurityNotice },
): Promise<void> => {
  if (!messages.offers('email')) return;
  const email = await findIdentity(tx, platform.keys, { personId, kind: 'email' });
  if (email === undefined || email.verifiedAt === null) return;
  const language = (await findProfile(tx, personId))?.language ?? 'en';
  await messages.send(tx, {
    channel: 'email',
    to: email.value,
    template: 'security_alert',
    values: { text: securityNotices[language][notice] },
    language,
    key: `security:${notice}:${uuidv7(platform.clock.now().getTime())}`,
    personId,
  });
};
