import { err, ok, type Result } from '@comitium/basics';
import { Mailbox, type Problem, problem } from '@comitium/contract';
import { publicAccess } from '../../platform/access/access-rule.ts';
import { inRanges } from '../../platform/http/address-ranges.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { Platform } from '../../platform/platform.ts';
import { listMailboxItems } from './mailbox-store.ts';

const shownItems = 100;

/** In production this route does not exist: whoever reads the mailbox can sign in as anybody. */
export const mailboxRoutes = (platform: Platform): Route[] => {
  if (platform.config.environment === 'production') return [];
  const { mailboxAddresses, trustedProxies: trusted } = platform.config;
  const mayRead = inRanges(mailboxAddresses);
  return [
    route({
      method: 'GET',
      path: '/dev/mailbox',
      summary: 'The newest messages of the local mailbox; exists only outside production.',
      access: publicAccess,
      answer: Mailbox,
      handler: async ({ request }): Promise<Result<Mailbox, Problem>> => {
        // A proxy on this machine would make everybody look near.
        // A demonstration that others can reach must not hand them its codes: for them, too, nothing is here.
        const relayed = trusted.length === 0 && request.headers['x-forwarded-for'] !== undefined;
        if (relayed || !mayRead(request.ip)) {
          return err(problem('not_found', 'There is nothing at this address.'));
        }
        return ok({ items: await listMailboxItems(platform, shownItems) });
      },
    }),
  ];
};
