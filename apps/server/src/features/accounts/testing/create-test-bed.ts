import type { FastifyInstance } from 'fastify';
import type { Database } from '../../../platform/database/database.ts';
import { afterCommit } from '../../../platform/database/transaction.ts';
import { createServer } from '../../../platform/http/create-server.ts';
import { registerRoutes } from '../../../platform/http/register-routes.ts';
import type { AccessDoor, Platform } from '../../../platform/platform.ts';
import { createTestPlatform } from '../../../platform/testing/create-test-platform.ts';
import { createMessages, type Messages, type OutgoingMessage } from '../../messages/index.ts';
import { type Accounts, createAccounts } from '../index.ts';
import { createSqlScopeDirectory } from './sql-scope-directory.ts';

export interface TestBed {
  readonly platform: Platform;
  readonly accounts: Accounts;
  readonly server: FastifyInstance;
  /** The hands of the clock; tests move them. */
  readonly time: { now: Date };
  /** What was given to the messages room, and stored by it. */
  readonly sent: OutgoingMessage[];
  close(): Promise<void>;
}

const refuseAll: AccessDoor = {
  callerOf: () => Promise.reject(new Error('the door is not built yet')),
  findElection: async () => null,
};

/** The accounts room of one process on the real platform, with its server; two beds on one database are two processes. */
export const createTestBed = async (
  db: Database,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestBed> => {
  const time = { now: new Date() };
  const clock = { now: () => time.now };
  const door = { ...refuseAll };
  const platform: Platform = {
    ...createTestPlatform(db, { environment, clock }),
    access: door,
  };
  const sent: OutgoingMessage[] = [];
  const room = createMessages(platform);
  const messages: Pick<Messages, 'send' | 'offers'> = {
    offers: room.offers,
    send: async (tx, message) => {
      await room.send(tx, message);
      afterCommit(tx, () => sent.push(message));
    },
  };
  const accounts = createAccounts(platform, { scopes: createSqlScopeDirectory(db), messages });
  door.callerOf = accounts.callerOf;
  const server = await createServer(platform);
  registerRoutes(server, platform, accounts.routes ?? []);
  await accounts.start?.();
  const close = async (): Promise<void> => {
    await accounts.stop?.();
    await server.close();
  };
  return { platform, accounts, server, time, sent, close };
};
