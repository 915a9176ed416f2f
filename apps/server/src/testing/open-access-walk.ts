// A running server with one small election, and people of every role: in that election's reach, and elsewhere only.
import type { ElectionId, UserId } from '@comitium/basics';
import { type Role, roles } from '@comitium/contract';
import type { Holder } from '../access-table.ts';
import { type App, buildApp } from '../build-app.ts';
import { createDemoPeople } from '../features/accounts/index.ts';
import type { Database } from '../platform/database/database.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { createTestPlatform } from '../platform/testing/create-test-platform.ts';

export interface AccessWalk {
  readonly app: App;
  /** Where the server listens. */
  readonly base: string;
  /** Roles held everywhere; `anonymous` has no headers. */
  readonly here: ReadonlyMap<Holder, Headers>;
  /** The same roles held in another election only. */
  readonly elsewhere: ReadonlyMap<Role, Headers>;
}

type Headers = Readonly<Record<string, string>>;

const password = 'walking every door';

export const openAccessWalk = async (db: Database, dataDir: string): Promise<AccessWalk> => {
  const environment = { COMITIUM_DATA_DIR: dataDir };
  const app = await buildApp(createTestPlatform(db, { environment }), {});
  await app.start();
  const base = await app.server.listen({ port: 0, host: '127.0.0.1' });
  await addPeople(app, 'here');
  const here = new Map<Holder, Headers>([['anonymous', {}]]);
  for (const role of roles) here.set(role, await signIn(base, `${role}@here.example`));
  await createElections(base, here.get('platform_administrator') ?? {});
  const other = await app.elections.book.find('other-2024');
  if (other === null) throw new Error('the walk has no second election');
  const scoped = roles.filter((role) => role !== 'platform_administrator');
  await addPeople(app, 'elsewhere', { electionId: other.id, among: scoped });
  const elsewhere = new Map<Role, Headers>();
  for (const role of scoped) elsewhere.set(role, await signIn(base, `${role}@elsewhere.example`));
  return { app, base, here, elsewhere };
};

const addPeople = (
  { platform }: App,
  domain: string,
  { electionId = null, among = roles }: { electionId?: ElectionId | null; among?: readonly Role[] } = {},
): Promise<UserId[]> => {
  const people = among.map((role) => ({
    email: `${role}@${domain}.example`,
    name: role,
    grants: [{ role, electionId }],
  }));
  return inTransaction(platform.db, (tx) =>
    createDemoPeople(tx, people, { keys: platform.keys, password, now: platform.clock.now() }),
  );
};

const post = async (url: string, headers: Headers, body: object, method = 'POST'): Promise<unknown> => {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

const signIn = async (base: string, email: string): Promise<Headers> => {
  const { token } = (await post(`${base}/api/v1/auth/sign-in`, {}, { email, password })) as { token: string };
  return { authorization: `Bearer ${token}` };
};

const createElections = async (base: string, headers: Headers): Promise<void> => {
  const area = (code: string, level: number, parent: string | null) => ({
    code,
    name: code,
    level,
    parent,
    registered: 10,
  });
  await post(`${base}/api/v1/registers`, headers, {
    code: 'land',
    name: 'Land',
    levels: ['country', 'region', 'station'],
    areas: [area('L', 0, null), area('L-1', 1, 'L'), area('L-1-1', 2, 'L-1')],
  });
  for (const code of ['land-2024', 'other-2024']) {
    const election = { code, name: code, kind: 'general', pollingDate: '2024-12-07', register: 'land' };
    await post(`${base}/api/v1/elections`, headers, election);
    const ballots = {
      parties: [{ code: 'P', name: 'Party', shortName: 'P', color: '#336699' }],
      races: [{ code: 'R', name: 'Race', seatMethod: 'none' }],
      contests: [{ race: 'R', area: 'L', choices: [{ code: 'A', name: 'Ama', party: 'P' }] }],
    };
    await post(`${base}/api/v1/elections/${code}/ballots`, headers, ballots, 'PUT');
    await post(`${base}/api/v1/elections/${code}/transitions/open`, headers, {});
  }
};
