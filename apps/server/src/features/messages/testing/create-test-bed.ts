import { randomUUID } from 'node:crypto';
import { ok, type UserId } from '@comitium/basics';
import type { Mailbox, MailboxItem, Role } from '@comitium/contract';
import type { Logger } from 'pino';
import { anonymous, type Caller } from '../../../platform/access/allows.ts';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import type { Database } from '../../../platform/database/database.ts';
import { testLog } from '../../../platform/database/testing/test-log.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createServer } from '../../../platform/http/create-server.ts';
import { registerRoutes } from '../../../platform/http/register-routes.ts';
import { startWorker } from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { createTestPlatform } from '../../../platform/testing/create-test-platform.ts';
import { createMessages } from '../create-messages.ts';
import type { OutgoingMessage } from '../send-message.ts';

interface TestBedOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly keys?: KeyRing;
  readonly log?: Logger;
  /** Without one, tests run the jobs themselves. */
  readonly withWorker?: boolean;
}

export const nobody = '01900000-0000-7000-8000-000000000000' as UserId;

export const personWith = (role: Role, id: UserId = nobody): Caller => ({
  kind: 'person',
  id,
  name: role,
  grants: [{ role, electionId: null, areaId: null, endsAt: null }],
  expiresAt: new Date(8.64e15),
  sessionId: null,
});

const code: Omit<OutgoingMessage, 'key'> = {
  channel: 'sms',
  to: '+995555123412',
  template: 'sign_in_code',
  values: { code: '042917', minutes: '5' },
  language: 'en',
  personId: null,
};

/** The messages room of one process with its worker and server, whose door lets in as `door.caller` says. */
export const createTestBed = async (
  db: Database,
  { environment = {}, keys, log = testLog, withWorker = true }: TestBedOptions = {},
) => {
  const time = { now: new Date() };
  const clock = { now: () => time.now };
  const door: { caller: Caller } = { caller: anonymous };
  const platform: Platform = {
    ...createTestPlatform(db, { environment, clock, ...(keys && { keys }) }),
    log,
    access: { callerOf: async () => ok(door.caller), findElection: async () => null },
  };
  const messages = createMessages(platform);
  const server = await createServer(platform);
  registerRoutes(server, platform, messages.routes ?? []);
  const worker = withWorker ? await startWorker(db, { jobs: messages.jobs ?? [] }) : undefined;
  const rows = () => db.kysely.selectFrom('message').selectAll();
  const bedName = randomUUID();
  let sent = 0;
  return {
    platform,
    messages,
    server,
    time,
    door,
    /** Answers the message's id. */
    send: async (message: Partial<OutgoingMessage> = {}): Promise<string> => {
      sent += 1;
      const key = message.key ?? `${bedName} ${sent}`;
      await inTransaction(db, (tx) => messages.send(tx, { ...code, ...message, key }));
      return (await rows().where('key', '=', key).executeTakeFirstOrThrow()).id;
    },
    /** `dead: smtp_550` */
    stateOf: async (id: string): Promise<string> => {
      const { state, reason } = await rows().where('id', '=', id).executeTakeFirstOrThrow();
      return reason === null ? state : `${state}: ${reason}`;
    },
    run: async (job: string, message?: string): Promise<void> => {
      const found = messages.jobs?.find(({ name }) => name === job);
      const { signal } = new AbortController();
      await found?.run({ message: message ?? null }, { db, log: testLog, signal, attempt: 1 });
    },
    readMailbox: async (): Promise<MailboxItem[]> =>
      (await server.inject('/api/v1/dev/mailbox')).json<Mailbox>().items,
    close: async () => {
      await worker?.stop();
      await server.close();
    },
  };
};
