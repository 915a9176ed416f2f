import { err, isUuid, ok, type Result, type UserId, uuidv7 } from '@comitium/basics';
import { type Problem, problem, type Role, type ScopeReference } from '@comitium/contract';
import type { Origin } from '../../../platform/access/origin.ts';
import { afterCommit, inTransaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import { type AccountsTools, actorOf } from '../accounts-tools.ts';
import { findPersonById } from '../people/person-queries.ts';
import { personEvent } from '../sessions/session-events.ts';
import type { GrantRow } from './grant-queries.ts';
import { mayGive } from './grant-rules.ts';
import { insertGrant, type NewGrant } from './grant-store.ts';

export interface GiveGrant extends Origin {
  readonly personId: string;
  readonly role: Role;
  readonly scope: ScopeReference;
  readonly endsAt: Date | null;
}

export const giveGrant = async (
  tools: AccountsTools,
  command: GiveGrant,
): Promise<Result<GrantRow, Problem>> => {
  const { platform, scopes } = tools;
  const { caller, role, endsAt } = command;
  const scope = await scopes.resolve(command.scope);
  if (!scope.ok) return scope;
  const now = platform.clock.now();
  const allowed = mayGive(caller, { role, scope: scope.value, endsAt }, now);
  if (!allowed.ok) return allowed;
  const personId = command.personId as UserId;
  const person = isUuid(personId) ? await findPersonById(platform.db.kysely, personId) : undefined;
  if (person === undefined) return err(problem('user_not_found', 'There is no such person.'));
  const { electionId, areaId } = scope.value;
  const grant: NewGrant = {
    id: uuidv7(now.getTime()),
    personId,
    role,
    scope: { electionId, areaId },
    startsAt: now,
    endsAt,
    grantedBy: actorOf(caller),
  };
  if (!(await save(tools, command, grant))) {
    return err(problem('code_taken', 'This person holds the role at this scope already.'));
  }
  return ok({ id: grant.id, personId, role, electionId, areaId, startsAt: now, endsAt });
};

const save = (tools: AccountsTools, origin: Origin, grant: NewGrant): Promise<boolean> =>
  inTransaction(tools.platform.db, async (tx) => {
    if (!(await insertGrant(tx, grant))) return false;
    const payload = {
      grant: grant.id,
      role: grant.role,
      election: grant.scope.electionId,
      area: grant.scope.areaId,
      endsAt: grant.endsAt?.toISOString() ?? null,
    };
    await appendToLedger(tx, [personEvent(grant.personId, origin, { type: 'grant.given', payload })]);
    afterCommit(tx, () => tools.rights.forget(grant.personId));
    return true;
  });
