import { err, isUuid, ok, type Result, uuidv7 } from '@comitium/basics';
import { type Language, type Problem, problem, type Role, type ScopeReference } from '@comitium/contract';
import type { Caller } from '../../../platform/access/allows.ts';
import type { Origin } from '../../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import { type AccountsTools, actorOf } from '../accounts-tools.ts';
import { insertApproval } from '../approvals/approval-store.ts';
import { mayGive } from '../grants/grant-rules.ts';
import type { Identity } from '../identities/identity.ts';
import { listIdentities } from '../identities/identity-queries.ts';
import { invitationLifeMs } from './invitation.ts';
import { invitationEvent } from './invitation-events.ts';
import { insertInvitation, type NewInvitation } from './invitation-store.ts';
import { sealTarget } from './invitation-target.ts';
import { sendInvitation } from './send-invitation.ts';

export interface InvitePerson extends Origin {
  readonly role: Role;
  readonly scope: ScopeReference;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly target: Identity;
  readonly language: Language;
  readonly reason: string;
}

/** Nobody holds the role to come yet, so that what is bound to its holder's things is nobody's in particular. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** The id of an invitation that was sent, or that waits for another administrator. */
export const invitePerson = async (
  tools: AccountsTools,
  command: InvitePerson,
): Promise<Result<string, Problem>> => {
  const { platform, scopes } = tools;
  const { caller, role, startsAt, endsAt } = command;
  const scope = await scopes.resolve(command.scope);
  if (!scope.ok) return scope;
  const now = platform.clock.now();
  const wish = { role, scope: scope.value, startsAt: startsAt ?? now, endsAt, holderId: nobody };
  const allowed = mayGive(caller, wish, now);
  if (!allowed.ok) return allowed;
  if (await isOwn(tools, caller, command.target)) {
    return err(problem('forbidden', 'Nobody invites himself.'));
  }
  const { electionId, areaId, own } = scope.value;
  const invitation: NewInvitation = {
    id: uuidv7(now.getTime()),
    role,
    scope: { electionId, areaId, own },
    startsAt,
    endsAt,
    kind: command.target.kind,
    sealed: sealTarget(platform.keys, command.target),
    language: command.language,
    reason: command.reason,
    invitedBy: actorOf(caller),
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationLifeMs),
  };
  await inTransaction(platform.db, (tx) => save(tx, tools, { command, invitation }));
  return ok(invitation.id);
};

/** Whether the number or address is one of the caller's. */
export const isOwn = async (
  { platform }: Pick<AccountsTools, 'platform'>,
  caller: Caller,
  target: Identity,
): Promise<boolean> => {
  if (caller.kind !== 'person' || !isUuid(caller.id)) return false;
  const identities = await listIdentities(platform.db.kysely, platform.keys, [caller.id]);
  return identities.some(({ kind, value }) => kind === target.kind && value === target.value);
};

const save = async (
  tx: Transaction,
  tools: AccountsTools,
  { command, invitation }: { command: InvitePerson; invitation: NewInvitation },
): Promise<void> => {
  const { id, role, scope } = invitation;
  const { caller } = command;
  await insertInvitation(tx, invitation);
  const payload = { role, election: scope.electionId, area: scope.areaId, own: scope.own };
  const made = invitationEvent(id, command, { type: 'invitation.created', payload });
  // The operator's own invitations need no second administrator: he is none himself.
  if (role === 'platform_administrator' && caller.kind === 'person') {
    const request = { invitationId: id, requestedBy: caller.id, requestedAt: invitation.createdAt };
    const approval = await insertApproval(tx, request);
    const requested = { type: 'approval.requested', payload: { approval } } as const;
    await appendToLedger(tx, [made, invitationEvent(id, command, requested)]);
    return;
  }
  const { target, language } = command;
  const inviter = caller.kind === 'person' ? caller.name : '';
  await sendInvitation(tx, tools, { id, role, target, language, inviter });
  await appendToLedger(tx, [made, invitationEvent(id, command, { type: 'invitation.sent', payload: {} })]);
};
