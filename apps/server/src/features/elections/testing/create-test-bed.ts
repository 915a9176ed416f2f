import { err, ok, type UserId, unwrap } from '@comitium/basics';
import { problem, type Role, type ScopeReference } from '@comitium/contract';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Database } from '../../../platform/database/database.ts';
import { createServer } from '../../../platform/http/create-server.ts';
import { registerRoutes } from '../../../platform/http/register-routes.ts';
import type { Platform } from '../../../platform/platform.ts';
import { createTestPlatform } from '../../../platform/testing/create-test-platform.ts';
import { type Accounts, createAccounts, type ScopeDirectory } from '../../accounts/index.ts';
import { createMessages } from '../../messages/index.ts';
import { createTerritory, type Territory } from '../../territory/index.ts';
import { createElections, type Elections } from '../create-elections.ts';

export interface TestBed {
  readonly territory: Territory;
  readonly elections: Elections;
  readonly server: FastifyInstance;
  /** A person with these roles; answers his bearer header. */
  addPerson(email: string, ...grants: { role: Role; scope?: ScopeReference }[]): Promise<Headers>;
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    more?: Sending,
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export type Headers = Readonly<Record<string, string>>;

export interface Sending {
  readonly headers?: Headers;
  readonly body?: object | string;
}

const password = 'a long enough phrase';
export const byOperator = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;

/** Accounts, territory and elections of one process behind a real server; two beds on one database are two processes. */
export const createTestBed = async (db: Database): Promise<TestBed> => {
  const late: { accounts?: Accounts; elections?: Elections } = {};
  const platform: Platform = {
    ...createTestPlatform(db),
    access: {
      callerOf: (request) => built(late.accounts).callerOf(request),
      findElection: (reference) => built(late.elections).atDoor(reference),
    },
  };
  const territory = createTerritory(platform);
  const accounts = createAccounts(platform, {
    scopes: createScopes(() => built(late.elections)),
    messages: createMessages(platform),
  });
  const elections = createElections(platform, { territory, accounts });
  Object.assign(late, { accounts, elections });
  const features = [accounts, territory, elections];
  const server = await createServer(platform);
  registerRoutes(
    server,
    platform,
    features.flatMap(({ routes = [] }) => routes),
  );
  for (const feature of features) await feature.start?.();
  const send: TestBed['send'] = (method, url, { headers = {}, body } = {}) =>
    server.inject({
      method,
      url: `/api/v1${url}`,
      headers: { ...headers },
      ...(body ? { payload: body } : {}),
    });
  return {
    territory,
    elections,
    server,
    send,
    addPerson: async (email, ...grants) => {
      const personId = unwrap(await accounts.createPerson({ ...byOperator, email, name: email, password }));
      await giveAll(accounts, personId, grants);
      const answer = await send('POST', '/auth/sign-in', { body: { email, password } });
      return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
    },
    close: async () => {
      for (const feature of features) await feature.stop?.();
      await server.close();
    },
  };
};

const giveAll = async (
  accounts: Accounts,
  personId: UserId,
  grants: readonly { role: Role; scope?: ScopeReference }[],
): Promise<void> => {
  for (const { role, scope = {} } of grants) {
    unwrap(await accounts.giveGrant({ ...byOperator, personId, role, scope, endsAt: null }));
  }
};

const built = <T>(part: T | undefined): T => {
  if (part === undefined) throw new Error('asked before it was built');
  return part;
};

/** As the composition root answers accounts. */
const createScopes = (elections: () => Elections): ScopeDirectory => ({
  resolve: async ({ election, area }) => {
    if (election === undefined) return ok({ electionId: null, areaId: null, areaPath: [], own: false });
    const facts = await elections().book.find(election);
    if (facts === null) return err(problem('election_not_found', 'There is no such election.'));
    if (area === undefined) return ok({ electionId: facts.id, areaId: null, areaPath: [], own: false });
    const index = facts.register.find(area);
    if (index === undefined) return err(problem('area_not_found', 'There is no such area.'));
    const areaPath = facts.register.path(index).flatMap((at) => facts.register.ids[at] ?? []);
    return ok({ electionId: facts.id, areaId: areaPath[0] ?? null, areaPath, own: false });
  },
  namesOf: async (scopes) => scopes.map(() => 'somewhere'),
});
