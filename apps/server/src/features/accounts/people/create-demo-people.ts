// Accounts for demonstrations. One hash for all of them: whoever knows one password knows every one, which is the
// point of a demonstration and a hole anywhere else. Only seeding code may call this.
import { type UserId, uuidv7 } from '@comitium/basics';
import type { Role } from '@comitium/contract';
import { sql } from 'kysely';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import { hashPassword } from '../../../platform/crypto/password-hash.ts';
import type { Transaction } from '../../../platform/database/transaction.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import type { ScopeIds } from '../grants/scope-directory.ts';
import { insertIdentities } from '../identities/identity-store.ts';
import { personEvent } from '../sessions/session-events.ts';
import '../accounts-tables.ts';

/** Demonstration people are of nobody: their addresses count as verified. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly grants: readonly ({ readonly role: Role } & Partial<ScopeIds>)[];
}

const byProgram = { caller: { kind: 'system', name: 'demonstration' }, requestId: null } as const;

/** A handful of statements however many people; answers their ids in the given order. Throws where an e-mail is taken. */
export const createDemoPeople = async (
  tx: Transaction,
  people: readonly DemoPerson[],
  { keys, password, now }: { keys: KeyRing; password: string; now: Date },
): Promise<UserId[]> => {
  const passwordHash = await hashPassword(password);
  const ids = people.map(() => uuidv7(now.getTime()) as UserId);
  await sql`
    insert into person (id, name, password_hash, created_at)
    select id, name, ${passwordHash}, ${now} from unnest(
      ${ids}::uuid[],
      ${people.map(({ name }) => name)}::text[]
    ) as given (id, name)`.execute(tx);
  const taken = await insertIdentities(
    tx,
    keys,
    people.map(({ email }, index) => ({
      kind: 'email' as const,
      value: email.toLowerCase(),
      personId: ids[index] as UserId,
      verifiedAt: now,
      createdAt: now,
    })),
  );
  if (taken.length > 0) throw new Error(`${taken.length} demonstration addresses are taken`);
  const grants = people.flatMap((person, index) =>
    person.grants.map((grant) => ({
      id: uuidv7(now.getTime()),
      personId: ids[index] as UserId,
      role: grant.role,
      electionId: grant.electionId ?? null,
      areaId: grant.areaId ?? null,
    })),
  );
  await sql`
    insert into role_grant (id, person_id, role, election_id, area_id, starts_at)
    select id, person_id, role, election_id, area_id, ${now} from unnest(
      ${grants.map(({ id }) => id)}::uuid[],
      ${grants.map(({ personId }) => personId)}::uuid[],
      ${grants.map(({ role }) => role)}::text[],
      ${grants.map(({ electionId }) => electionId)}::uuid[],
      ${grants.map(({ areaId }) => areaId)}::uuid[]
    ) as given (id, person_id, role, election_id, area_id)`.execute(tx);
  await appendToLedger(tx, [
    ...ids.map((id) => personEvent(id, byProgram, { type: 'person.created', payload: {} })),
    ...grants.map(({ id, personId, role, electionId, areaId }) => {
      const payload = { grant: id, role, election: electionId, area: areaId, endsAt: null } as const;
      return personEvent(personId, byProgram, { type: 'grant.given', payload });
    }),
  ]);
  return ids;
};
