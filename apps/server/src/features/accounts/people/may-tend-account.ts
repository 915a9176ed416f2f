import { err, isUuid, ok, type Result, type UserId } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allows, type Caller } from '../../../platform/access/allows.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { type GrantRow, listGrants } from '../grants/grant-queries.ts';
import { isPlatformAdministrator, isPrivileged } from '../grants/grant-rules.ts';
import { findPersonById } from './person-queries.ts';

/**
 * Whether the caller may close this person's account or end his sessions: who manages people everywhere, and for
 * administrators a platform administrator alone. Answers the grants that were looked at.
 */
export const mayTendAccount = async (
  { platform }: Pick<AccountsTools, 'platform'>,
  caller: Caller,
  personId: string,
): Promise<Result<readonly GrantRow[], Problem>> => {
  const { db, clock } = platform;
  const id = personId as UserId;
  const person = isUuid(id) ? await findPersonById(db.kysely, id) : undefined;
  if (person === undefined) return err(problem('user_not_found', 'There is no such person.'));
  const now = clock.now();
  const grants = await listGrants(db.kysely, { personIds: [id] }, now);
  const privileged = grants.some(({ role }) => isPrivileged(role));
  const allowed = privileged
    ? isPlatformAdministrator(caller, now)
    : allows(caller, 'people.manage', {}, now);
  return allowed ? ok(grants) : err(problem('forbidden', 'You do not manage this person’s account.'));
};
