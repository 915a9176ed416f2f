import { unwrap } from '@comitium/basics';
import type { Role, ScopeReference } from '@comitium/contract';
import type { LightMyRequestResponse } from 'fastify';
import { type App, type AppOptions, buildApp } from '../build-app.ts';
import type { Database } from '../platform/database/database.ts';
import { createTestPlatform } from '../platform/testing/create-test-platform.ts';

export type Headers = Readonly<Record<string, string>>;

export interface TestApp {
  readonly app: App;
  /** The hands of the clock; tests move them. */
  readonly time: { now: Date };
  /** A person with these roles; answers his bearer header. */
  addPerson(email: string, ...grants: { role: Role; scope?: ScopeReference }[]): Promise<Headers>;
  signIn(email: string): Promise<Headers>;
  send(
    method: Method,
    path: string,
    more?: { headers?: Headers; body?: object },
  ): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export const byOperator = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;
const password = 'a long enough phrase';

/** The whole program as one process runs it; two of them on one database are two processes. */
export const openTestApp = async (
  db: Database,
  environment: Readonly<Record<string, string>> = {},
  options: AppOptions = {},
): Promise<TestApp> => {
  const time = { now: new Date() };
  const clock = { now: () => time.now };
  const roomy = { COMITIUM_SOCKETS_PER_ADDRESS: '1000', ...environment };
  const app = await buildApp(createTestPlatform(db, { environment: roomy, clock }), options);
  await app.start();
  const send: TestApp['send'] = (method, path, { headers = {}, body } = {}) =>
    app.server.inject({
      method,
      url: path.startsWith('//') ? path.slice(1) : `/api/v1${path}`,
      headers: { ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
  const signIn = async (email: string): Promise<Headers> => {
    const answer = await send('POST', '/auth/sign-in', { body: { email, password } });
    return { authorization: `Bearer ${answer.json<{ token: string }>().token}` };
  };
  return {
    app,
    time,
    send,
    signIn,
    addPerson: async (email, ...grants) => {
      const personId = unwrap(
        await app.accounts.createPerson({ ...byOperator, email, name: email, password }),
      );
      for (const { role, scope = {} } of grants) {
        unwrap(await app.accounts.giveGrant({ ...byOperator, personId, role, scope, endsAt: null }));
      }
      return signIn(email);
    },
    close: () => app.stop(),
  };
};
