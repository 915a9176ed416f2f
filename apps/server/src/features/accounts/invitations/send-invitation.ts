import type { Language } from '@comitium/contract';
import { hashOfSecret, randomSecret } from '../../../platform/crypto/secret.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { linkTo } from '../challenges/link-to.ts';
import { roleWords } from '../grants/role-words.ts';
import type { Identity } from '../identities/identity.ts';
import { invitationLifeMs } from './invitation.ts';
import type { InvitationRow } from './invitation-queries.ts';
import { updateInvitationSent } from './invitation-store.ts';

export interface InvitationLetter extends Pick<InvitationRow, 'id' | 'role'> {
  readonly target: Identity;
  readonly language: Language;
  /** Empty where the operator invites. */
  readonly inviter: string;
}

/** Makes the link, stores what it is known by, and hands the message over: all or nothing. */
export const sendInvitation = async (
  tx: Transaction,
  { platform, messages }: Pick<AccountsTools, 'platform' | 'messages'>,
  { id, role, target, language, inviter }: InvitationLetter,
): Promise<void> => {
  const secret = randomSecret();
  const expiresAt = new Date(platform.clock.now().getTime() + invitationLifeMs);
  await updateInvitationSent(tx, id, { secretHash: hashOfSecret(secret), expiresAt });
  await messages.send(tx, {
    channel: target.kind === 'email' ? 'email' : 'sms',
    to: target.value,
    template: 'invitation',
    values: {
      link: linkTo(platform.config, '/invitation', secret),
      role: roleWords[language][role],
      inviter: inviter === '' ? 'Comitium' : inviter,
    },
    language,
    key: `invitation ${id}`,
    personId: null,
    expiresAt,
  });
};
