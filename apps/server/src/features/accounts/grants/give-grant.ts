import { err, isUuid, ok, type Result, type UserId, uuidv7 } from '@comitium/basics';
import { type Problem, problem, type Role, type ScopeReference } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type AccountsTools, actorOf } from '../accounts-tools.ts';
import { findPersonById } from '../people/person-queries.ts';
import type { GrantRow } from './grant-queries.ts';
import { isPrivileged, mayGive } from './grant-rules.ts';
import type { NewGrant } from './grant-store.ts';
import { saveGrant } from './save-grant.ts';

export interface GiveGrant extends Origin {
  readonly personId: string;
  readonly role: Role;
  readonly scope: ScopeReference;
  /** Missing, null or past: from now. */
  readonly startsAt?: Date | null;
  readonly endsAt: Date | null;
}

/** Privileged roles are given to nobody who did not accept them: only the program itself gives them here. */
export const giveGrant = async (
  tools: AccountsTools,
  command: GiveGrant,
): Promise<Result<GrantRow, Problem>> => {
  const { platform, scopes } = tools;
  const { caller, role, endsAt } = command;
  const scope = await scopes.resolve(command.scope);
  if (!scope.ok) return scope;
  const now = platform.clock.now();
  const startsAt = later(command.startsAt ?? now, now);
  const wish = { role, scope: scope.value, startsAt, endsAt, holderId: command.personId };
  const allowed = mayGive(caller, wish, now);
  if (!allowed.ok) return allowed;
  if (isPrivileged(role) && caller.kind !== 'system') {
    return err(problem('invitation_required', `The role ${role} is taken on by an invitation; send one.`));
  }
  const personId = command.personId as UserId;
  const person = isUuid(personId) ? await findPersonById(platform.db.kysely, personId) : undefined;
  if (person === undefined) return err(problem('user_not_found', 'There is no such person.'));
  const { electionId, areaId, own } = scope.value;
  const grant: NewGrant = {
    id: uuidv7(now.getTime()),
    personId,
    role,
    scope: { electionId, areaId, own },
    startsAt,
    endsAt,
    grantedBy: actorOf(caller),
    reason: command.reason ?? null,
    invitationId: null,
    approvedBy: null,
  };
  const saved = await inTransaction(platform.db, (tx) => saveGrant(tx, tools, { grant, origin: command }));
  if (!saved) return err(problem('code_taken', 'This person holds the role at this scope already.'));
  return ok({ id: grant.id, personId, role, electionId, areaId, own, startsAt, endsAt });
};

export const later = (a: Date, b: Date): Date => (a > b ? a : b);
