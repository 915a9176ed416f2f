// Every grant a person ever had, as far as the caller may know: who gave it and why, and how it ended.
import { err, ok, type Result, type UserId } from '@comitium/basics';
import type { GrantRecord, PageOf, Problem } from '@comitium/contract';
import { sql } from 'kysely';
import type { Caller } from '../../../platform/access/allows.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { namesOfPeople, somebody } from '../people/names-of-people.ts';
import { getPerson } from '../people/person-answers.ts';
import { type GrantRow, toGrantAnswers } from './grant-queries.ts';
import { isManaged } from './managed-scopes.ts';

/** More than anybody was ever given; the newest first. */
const mostRecords = 500;

interface RecordRow extends GrantRow {
  readonly reason: string | null;
  readonly grantedBy: UserId | null;
  readonly approvedBy: UserId | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: UserId | null;
  readonly revokeReason: string | null;
}

export const listGrantRecords = async (
  tools: AccountsTools,
  caller: Caller,
  personId: string,
): Promise<Result<PageOf<GrantRecord>, Problem>> => {
  const person = await getPerson(tools, caller, personId);
  if (!person.ok) return err(person.error);
  const rows = await listRecords(tools, caller, personId as UserId);
  const answers = await toGrantAnswers(tools, rows);
  const names = await namesOfPeople(
    tools.platform.db.kysely,
    rows.flatMap(({ grantedBy, approvedBy, revokedBy }) => [grantedBy, approvedBy, revokedBy]),
  );
  const now = tools.platform.clock.now();
  const items = answers.flatMap((answer, index) => {
    const row = rows[index];
    if (row === undefined) return [];
    return {
      ...answer,
      state: stateOf(row, now),
      reason: row.reason,
      grantedBy: somebody(names, row.grantedBy),
      approvedBy: somebody(names, row.approvedBy),
      revokedAt: row.revokedAt?.toISOString() ?? null,
      revokedBy: somebody(names, row.revokedBy),
      revokeReason: row.revokeReason,
    };
  });
  return ok({ items, nextCursor: null });
};

const stateOf = ({ startsAt, endsAt, revokedAt }: RecordRow, now: Date): GrantRecord['state'] => {
  // One that ran out is closed at its end, when the same is given again.
  if (revokedAt !== null && (endsAt === null || revokedAt < endsAt)) return 'revoked';
  if (endsAt !== null && endsAt <= now) return 'over';
  return startsAt > now ? 'coming' : 'in_force';
};

const listRecords = async (
  { platform }: AccountsTools,
  caller: Caller,
  personId: UserId,
): Promise<RecordRow[]> => {
  const isMine = caller.kind === 'person' && caller.id === personId;
  return platform.db.kysely
    .selectFrom('role_grant')
    .select(['id', 'person_id as personId', 'role', 'own', 'reason'])
    .select(['election_id as electionId', 'area_id as areaId', 'starts_at as startsAt', 'ends_at as endsAt'])
    .select(['granted_by as grantedBy', 'approved_by as approvedBy'])
    .select(['revoked_at as revokedAt', 'revoked_by as revokedBy', 'revoke_reason as revokeReason'])
    .where('person_id', '=', personId)
    .where(isMine ? sql<boolean>`true` : isManaged(caller, 'role_grant', platform.clock.now()))
    .orderBy('id', 'desc')
    .limit(mostRecords)
    .execute();
};
