import type { UserId } from '@comitium/basics';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { findIdentity } from '../identities/identity-queries.ts';
import { findProfile } from '../people/person-queries.ts';
import type { Device } from '../sign-in/read-user-agent.ts';

/**
 * A weak signal: whoever clears his cookies looks new. So it is told by e-mail, once a day for each kind of browser,
 * and nothing is refused because of it.
 */
export const tellOfNewDevice = async (
  tx: Transaction,
  { platform, messages }: AccountsTools,
  { personId, device, at }: { personId: UserId; device: Device; at: Date },
): Promise<void> => {
  if (!messages.offers('email')) return;
  const email = await findIdentity(tx, platform.keys, { personId, kind: 'email' });
  if (email === undefined || email.verifiedAt === null) return;
  const names = [device.browser, device.system].filter((name) => name !== null);
  const language = (await findProfile(tx, personId))?.language ?? 'en';
  const day = at.toISOString().slice(0, 10);
  await messages.send(tx, {
    channel: 'email',
    to: email.value,
    template: 'new_device',
    values: {
      device: names.length === 0 ? '?' : names.join(', '),
      time: `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    },
    language,
    key: `new_device:${personId}:${day}:${names.join('-')}`,
    personId,
  });
};
