// Somebody whose things other people try to reach: one of each kind that a path can name.
import { type UserId, uuidv7 } from '@comitium/basics';
import { sql } from 'kysely';
import { createDemoPeople } from '../features/accounts/index.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import type { AccessWalk } from './open-access-walk.ts';

/** By the names that paths have for them. */
export type ThingsOfVictim = Readonly<Record<string, string>>;

const password = 'walking every door';

const send = async <T>(url: string, headers: Readonly<Record<string, string>>, body: object): Promise<T> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** A presenter of the walk's election who is signed in, invited to more, and asked for as an administrator. */
export const createVictim = async ({ app, base, here }: AccessWalk): Promise<ThingsOfVictim> => {
  const { db, keys, clock } = app.platform;
  const election = await app.elections.book.find('land-2024');
  const email = 'victim@there.example';
  const grants = [{ role: 'presenter', electionId: election?.id ?? null } as const];
  const [person = '' as UserId] = await inTransaction(db, (tx) =>
    createDemoPeople(tx, [{ email, name: 'Victim', grants }], { keys, password, now: clock.now() }),
  );
  await send(`${base}/api/v1/auth/sign-in`, {}, { email, password });
  const session = await db.kysely
    .selectFrom('session')
    .select('id')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow();
  const [grant] = await app.accounts.listGrants({ personIds: [person] });
  const administrator = here.get('platform_administrator') ?? {};
  const invite = (role: string, scope: object) =>
    send<{ id: string }>(`${base}/api/v1/invitations`, administrator, { role, scope, email, reason: 'come' });
  const invitation = await invite('reviewer', { election: 'land-2024' });
  await invite('platform_administrator', {});
  const approval = await db.kysely.selectFrom('approval').select('id').executeTakeFirstOrThrow();
  const file = uuidv7(clock.now().getTime());
  await sql`insert into stored_file (id, sha256, media_type, size, name, place, uploaded_by)
    values (${file}, '\\x00', 'image/png', 1, 'photo.png', 'nowhere', ${person})`.execute(db.kysely);
  const passkey = 'cGFzc2tleSBvZiB0aGUgdmljdGlt';
  await sql`insert into passkey (id, person_id, public_key, counter, backed_up, name, created_at)
    values (${passkey}, ${person}, '\\x00', 0, false, 'Telephone', ${clock.now()})`.execute(db.kysely);
  return {
    person,
    passkey,
    session: session.id,
    grant: grant?.id ?? '',
    invitation: invitation.id,
    approval: approval.id,
    id: file,
  };
};
