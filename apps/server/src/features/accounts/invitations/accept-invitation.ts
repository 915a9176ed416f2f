import { err, ok, type Result, uuidv7 } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Caller, PersonCaller } from '../../../platform/access/allows.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { later } from '../grants/give-grant.ts';
import { isPlatformAdministrator, mayGive } from '../grants/grant-rules.ts';
import type { NewGrant } from '../grants/grant-store.ts';
import { saveGrant } from '../grants/save-grant.ts';
import { type ResolvedScope, referenceOf } from '../grants/scope-directory.ts';
import { type Identity, maskIdentity } from '../identities/identity.ts';
import { listIdentities } from '../identities/identity-queries.ts';
import { callerOfPerson } from '../sessions/caller-of.ts';
import { deadLink, findByToken } from './find-by-token.ts';
import { invitationEvent } from './invitation-events.ts';
import type { InvitationRow } from './invitation-queries.ts';
import { lockInvitation, updateInvitationAccepted } from './invitation-store.ts';

export interface AcceptInvitation {
  readonly caller: PersonCaller;
  readonly requestId: string | null;
  readonly token: string;
}

/** The role begins for the owner of the number or address that was invited, if whoever invited may still give it. */
export const acceptInvitation = async (
  tools: AccountsTools,
  command: AcceptInvitation,
): Promise<Result<void, Problem>> => {
  const found = await findByToken(tools, command.token);
  if (!found.ok) return found;
  const { invitation, target } = found.value;
  const owns = await ownsVerified(tools, command.caller, target);
  if (!owns.ok) return owns;
  if (invitation.invitedBy === command.caller.id || invitation.decidedBy === command.caller.id) {
    return err(problem('forbidden', 'Nobody accepts what he asked for or approved himself.'));
  }
  const scope = await tools.scopes.resolve(referenceOf(invitation));
  if (!scope.ok) return scope;
  const now = tools.platform.clock.now();
  const given = { invitation, scope: scope.value, startsAt: later(invitation.startsAt ?? now, now) };
  const still = await stillGiven(tools, command, given);
  if (!still.ok) return still;
  return inTransaction(tools.platform.db, (tx) => save(tx, tools, { ...given, command, now }));
};

const ownsVerified = async (
  { platform }: AccountsTools,
  { id }: PersonCaller,
  target: Identity,
): Promise<Result<void, Problem>> => {
  const identities = await listIdentities(platform.db.kysely, platform.keys, [id]);
  const own = identities.find(({ kind, value }) => kind === target.kind && value === target.value);
  if (own !== undefined && own.verifiedAt !== null) return ok(undefined);
  const detail =
    own === undefined
      ? `This invitation is for ${maskIdentity(target)}; sign in with that account, or add it to yours.`
      : `Confirm first that ${maskIdentity(target)} is yours.`;
  return err(problem('forbidden', detail));
};

interface Given {
  readonly invitation: InvitationRow;
  readonly scope: ResolvedScope;
  readonly startsAt: Date;
}

/** Between the invitation and its acceptance a week may pass: nobody gives what he holds no more. */
const stillGiven = async (
  tools: AccountsTools,
  { caller }: AcceptInvitation,
  { invitation, scope, startsAt }: Given,
): Promise<Result<void, Problem>> => {
  const now = tools.platform.clock.now();
  const { role, endsAt, invitedBy, decidedBy } = invitation;
  const inviter = await presentCaller(tools, invitedBy);
  const wish = { role, scope, startsAt, endsAt, holderId: caller.id };
  if (inviter === null || !mayGive(inviter, wish, now).ok) {
    return err(problem('wrong_state', 'Whoever invited you may no longer give this role.'));
  }
  if (role !== 'platform_administrator' || invitedBy === null) return ok(undefined);
  const approver = decidedBy === null ? null : await presentCaller(tools, decidedBy);
  return approver !== null && isPlatformAdministrator(approver, now)
    ? ok(undefined)
    : err(problem('wrong_state', 'Whoever approved this invitation is no administrator any more.'));
};

const presentCaller = async (
  tools: AccountsTools,
  id: InvitationRow['invitedBy'],
): Promise<Caller | null> => {
  if (id === null) return { kind: 'system', name: 'command line' };
  const caller = await callerOfPerson(tools, id);
  return caller.ok ? caller.value : null;
};

interface Acceptance extends Given {
  readonly command: AcceptInvitation;
  readonly now: Date;
}

const save = async (
  tx: Transaction,
  tools: AccountsTools,
  { command, invitation, scope, startsAt, now }: Acceptance,
): Promise<Result<void, Problem>> => {
  const { id, role, endsAt } = invitation;
  const locked = await lockInvitation(tx, id);
  if (locked?.accepted_at !== null || locked.revoked_at !== null) return err(deadLink);
  const { electionId, areaId, own } = scope;
  const grant: NewGrant = {
    id: uuidv7(now.getTime()),
    personId: command.caller.id,
    role,
    scope: { electionId, areaId, own },
    startsAt,
    endsAt,
    grantedBy: invitation.invitedBy,
    reason: invitation.reason,
    invitationId: id,
    approvedBy: invitation.decidedBy,
  };
  if (!(await saveGrant(tx, tools, { grant, origin: command }))) {
    return err(problem('code_taken', 'You hold this role there already.'));
  }
  await updateInvitationAccepted(tx, id, { at: now, by: command.caller.id });
  const event = { type: 'invitation.accepted', payload: { grant: grant.id } } as const;
  await appendToLedger(tx, [invitationEvent(id, command, event)]);
  return ok(undefined);
};
