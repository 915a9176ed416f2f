import { err, ok, type Result } from '@comitium/basics';
import { type InvitationPreview, type Problem, problem } from '@comitium/contract';
import { hashOfSecret } from '../../../platform/crypto/secret.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { type Identity, maskIdentity } from '../identities/identity.ts';
import { namesOfPeople } from '../people/names-of-people.ts';
import { stateOfInvitation } from './invitation.ts';
import { type InvitationRow, listInvitations } from './invitation-queries.ts';
import { openTarget } from './invitation-target.ts';

/** One answer to every link that does not lead to an invitation that can be accepted. */
export const deadLink = problem(
  'invitation_not_found',
  'This link is not good, or no longer: it works once, within seven days, unless the invitation was taken back.',
);

/** The invitation that a link leads to, while it can be accepted. */
export const findByToken = async (
  { platform }: Pick<AccountsTools, 'platform'>,
  token: string,
): Promise<Result<{ readonly invitation: InvitationRow; readonly target: Identity }, Problem>> => {
  const [invitation] = await listInvitations(platform.db.kysely, { secretHash: hashOfSecret(token) });
  if (invitation === undefined) return err(deadLink);
  const target = openTarget(platform.keys, invitation);
  const state = stateOfInvitation(invitation, platform.clock.now());
  return state === 'sent' && target !== null ? ok({ invitation, target }) : err(deadLink);
};

export const previewInvitation = async (
  tools: AccountsTools,
  token: string,
): Promise<Result<InvitationPreview, Problem>> => {
  const found = await findByToken(tools, token);
  if (!found.ok) return found;
  const { invitation, target } = found.value;
  const { invitedBy } = invitation;
  const names = await namesOfPeople(tools.platform.db.kysely, [invitedBy]);
  const [scopeName = ''] = await tools.scopes.namesOf([invitation]);
  return ok({
    role: invitation.role,
    scopeName,
    startsAt: invitation.startsAt?.toISOString() ?? null,
    endsAt: invitation.endsAt?.toISOString() ?? null,
    invitedBy: invitedBy === null ? null : (names.get(invitedBy) ?? ''),
    to: maskIdentity(target),
    expiresAt: invitation.expiresAt.toISOString(),
  });
};
