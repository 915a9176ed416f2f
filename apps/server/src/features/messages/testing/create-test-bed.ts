import type { UserId } from '@comitium/basics';
import { ok } from '@comitium/basics';
import type { Mailbox, MailboxItem } from '@comitium/contract';
import { anonymous, type Caller } from '../../../platform/access/allows.ts';
import type { Database } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createServer } from '../../../platform/http/create-server.ts';
import { registerRoutes } from '../../../platform/http/register-routes.ts';
import { startWorker } from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { createTestPlatform } from '../../../platform/testing/create-test-platform.ts';
import { createMessages } from '../create-messages.ts';
import type { OutgoingMessage } from '../send-message.ts';

/** The messages room of one process with its worker and server, whose door asks no accounts. */
export const createTestBed = async (
  db: Database,
  {
    environment = {},
    caller = anonymous,
  }: { environment?: Readonly<Record<string, string>>; caller?: Caller } = {},
) => {
  const time = { now: new Date() };
  const door = { caller };
  const platform: Platform = {
    ...createTestPlatform(db, { environment, clock: { now: () => time.now } }),
    access: { callerOf: async () => ok(door.caller), findElectionId: async () => null },
  };
  const messages = createMessages(platform);
  const server = await createServer(platform);
  registerRoutes(server, platform, messages.routes ?? []);
  const worker = await startWorker(db, { jobs: messages.jobs ?? [] });
  let sent = 0;
  /** Answers the message's id. */
  const send = async (message: Partial<OutgoingMessage> = {}): Promise<string> => {
    sent += 1;
    const key = message.key ?? `${performance.timeOrigin} ${sent}`;
    await inTransaction(db, (tx) => messages.send(tx, { ...code, ...message, key }));
    const row = await db.kysely.selectFrom('message').select('id').where('key', '=', key).executeTakeFirst();
    return row?.id ?? '';
  };
  return {
    platform,
    messages,
    server,
    time,
    door,
    send,
    stateOf: async (id: string) => {
      const row = await db.kysely
        .selectFrom('message')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return row.reason === null ? row.state : `${row.state}: ${row.reason}`;
    },
    readMailbox: async (): Promise<MailboxItem[]> =>
      (await server.inject('/api/v1/dev/mailbox')).json<Mailbox>().items,
    close: async () => {
      await worker.stop();
      await server.close();
    },
  };
};

const code: Omit<OutgoingMessage, 'key'> = {
  channel: 'sms',
  to: '+995555123412',
  template: 'sign_in_code',
  values: { code: '042917', minutes: '5' },
  language: 'en',
  personId: null,
};

export const nobody = '01900000-0000-7000-8000-000000000000' as UserId;
