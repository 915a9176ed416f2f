import { ok } from '@comitium/basics';
import type { FastifyInstance } from 'fastify';
import { anonymous } from '../../../platform/access/allows.ts';
import type { Database } from '../../../platform/database/database.ts';
import { createServer } from '../../../platform/http/create-server.ts';
import { registerRoutes } from '../../../platform/http/register-routes.ts';
import type { Platform } from '../../../platform/platform.ts';
import { createTestPlatform } from '../../../platform/testing/create-test-platform.ts';
import { createTerritory, type Territory } from '../create-territory.ts';

export interface TestServer {
  readonly server: FastifyInstance;
  readonly territory: Territory;
  close(): Promise<void>;
}

/** The header that makes the test door believe that the operator himself asks. */
export const asOperator = { 'x-test-operator': 'yes' };

/** The territory room of one process behind a real server, whose door asks no accounts. */
export const createTestServer = async (db: Database): Promise<TestServer> => {
  const platform: Platform = {
    ...createTestPlatform(db),
    access: {
      callerOf: async ({ headers }) =>
        ok(headers['x-test-operator'] === undefined ? anonymous : { kind: 'system', name: 'test' }),
      findElection: async () => null,
    },
  };
  const territory = createTerritory(platform);
  const server = await createServer(platform);
  registerRoutes(server, platform, territory.routes ?? []);
  await territory.start?.();
  const close = async (): Promise<void> => {
    await territory.stop?.();
    await server.close();
  };
  return { server, territory, close };
};
