import { err, isUuid, ok, type Result, type UserId } from '@comitium/basics';
import { type PageOf, type Person, type Problem, problem } from '@comitium/contract';
import { sql } from 'kysely';
import { allows, type Caller } from '../../../platform/access/allows.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { listGrants, toGrantAnswers } from '../grants/grant-queries.ts';
import { isManaged } from '../grants/managed-scopes.ts';
import { type IdentityKind, maskIdentity } from '../identities/identity.ts';
import { findOwner, listIdentities, readIdentity } from '../identities/identity-queries.ts';
import { findPersonById, type PersonRow, personColumns } from './person-queries.ts';
import '../accounts-tables.ts';

export interface PeopleQuery {
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Part of a name, or a whole e-mail address or phone number. */
  readonly search: string | undefined;
}

/**
 * Who may be seen: oneself; everybody for those who manage people everywhere; otherwise those one has made and those
 * who hold a grant in an election, or at or below an area, where one manages people.
 */
const visibleTo = (caller: Caller, now: Date) => {
  const self = caller.kind === 'person' ? caller.id : null;
  const managed = isManaged(caller, 'held', now);
  const everybody = caller.kind === 'system' || allows(caller, 'people.manage', {}, now);
  return sql<boolean>`(${everybody} or person.id = ${self}::uuid or person.created_by = ${self}::uuid or exists (
    select from role_grant held where held.person_id = person.id and held.revoked_at is null and ${managed}))`;
};

/** One's own rights, and of others those within one's reach. */
const grantsVisibleTo = (caller: Caller, now: Date) => {
  const self = caller.kind === 'person' ? caller.id : null;
  return sql<boolean>`(person_id = ${self}::uuid or ${isManaged(caller, 'role_grant', now)})`;
};

/** Phone and e-mail are shown whole to their owner, and masked to everybody else. */
const toAnswers = async (
  tools: AccountsTools,
  caller: Caller,
  rows: readonly PersonRow[],
): Promise<Person[]> => {
  const personIds = rows.map(({ id }) => id);
  const { db, clock, keys } = tools.platform;
  const now = clock.now();
  const visible = grantsVisibleTo(caller, now);
  const grants = await listGrants(db.kysely, { personIds, visible }, now);
  const answers = await toGrantAnswers(tools, grants);
  const identities = await listIdentities(db.kysely, keys, personIds);
  const shown = (id: UserId, kind: IdentityKind): string | null => {
    const identity = identities.find((one) => one.personId === id && one.kind === kind);
    if (identity === undefined) return null;
    return caller.kind === 'person' && caller.id === id ? identity.value : maskIdentity(identity);
  };
  return rows.map(({ id, name, disabled_at }) => ({
    id,
    email: shown(id, 'email'),
    phone: shown(id, 'phone'),
    name,
    disabled: disabled_at !== null,
    grants: answers.filter((_, index) => grants[index]?.personId === id),
  }));
};

const ownerOf = async ({ platform }: AccountsTools, search: string): Promise<UserId | null> => {
  const identity = readIdentity(platform, search);
  const owner = identity && (await findOwner(platform.db.kysely, platform.keys, identity));
  return owner?.personId ?? null;
};

const matches = (owner: UserId | null, search: string) => {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(name ilike ${pattern} or person.id = ${owner}::uuid)`;
};

export const listPeople = async (
  tools: AccountsTools,
  caller: Caller,
  { limit, cursor, search }: PeopleQuery,
): Promise<Result<PageOf<Person>, Problem>> => {
  if (cursor !== undefined && !isUuid(cursor)) {
    return err(problem('cursor_invalid', 'Use the nextCursor of the page before.'));
  }
  const { db, clock } = tools.platform;
  let query = db.kysely
    .selectFrom('person')
    .select(personColumns)
    .where('erased_at', 'is', null)
    .where(visibleTo(caller, clock.now()))
    .orderBy('id')
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where('id', '>', cursor as UserId);
  if (search !== undefined) {
    query = query.where(matches(await ownerOf(tools, search), search));
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? last.id : null;
  return ok({ items: await toAnswers(tools, caller, page), nextCursor });
};

/** Somebody whom the caller must not see does not exist for him. */
export const getPerson = async (
  tools: AccountsTools,
  caller: Caller,
  id: string,
): Promise<Result<Person, Problem>> => {
  const missing = err(problem('user_not_found', 'There is no such person.'));
  if (!isUuid(id)) return missing;
  const { db, clock } = tools.platform;
  const visible = await db.kysely
    .selectFrom('person')
    .select('id')
    .where('id', '=', id as UserId)
    .where(visibleTo(caller, clock.now()))
    .executeTakeFirst();
  const row = visible && (await findPersonById(db.kysely, visible.id));
  if (row === undefined) return missing;
  const [answer] = await toAnswers(tools, caller, [row]);
  return answer === undefined ? missing : ok(answer);
};
