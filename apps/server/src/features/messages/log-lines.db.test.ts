import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { createTestBed } from './testing/create-test-bed.ts';
import { startHttpSink } from './testing/start-http-sink.ts';
import { startSmtpSink } from './testing/start-smtp-sink.ts';

const lines: string[] = [];
const log = pino(
  { level: 'trace' },
  new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }),
);
const db = await createTestDatabase({ log });
const sink = await startHttpSink();
const smtp = await startSmtpSink({ disabledCommands: ['STARTTLS'] });
const bed = await createTestBed(db, {
  log,
  environment: {
    COMITIUM_SMS_GATEWAY: 'http',
    COMITIUM_SMS_URL: `${sink.url}/send/{to}`,
    COMITIUM_SMS_BODY: '{"text":"{text}"}',
    COMITIUM_SMTP_HOST: '127.0.0.1',
    COMITIUM_SMTP_PORT: String(smtp.port),
    COMITIUM_SMTP_TLS: 'none',
    COMITIUM_MAIL_FROM: 'no-reply@vote.example',
  },
});
afterAll(async () => {
  await bed.close();
  await Promise.all([sink.close(), smtp.close()]);
});

test('whatever comes of a message, no log line, ledger event or reason holds its address or content', async () => {
  const ends = [200, 400, 500, 503].map((status) => () => sink.willAnswer(status, 'to +995555123412'));
  const ids: string[] = [];
  for (const end of [...ends, sink.willHangUp]) {
    end();
    const id = await bed.send();
    ids.push(id);
    await expect.poll(() => bed.stateOf(id), { timeout: 20_000 }).not.toMatch(/^(waiting|sending)$/);
  }
  for (const told of [{}, { recipientCode: 550 }, { dataCode: 'hang up' }] as const) {
    smtp.tell(told);
    const values = { link: 'https://vote.example/v?token=s3cretToken' };
    const id = await bed.send({
      channel: 'email',
      to: 'esi.private@example.org',
      template: 'verify_email',
      values,
    });
    ids.push(id);
    await expect.poll(() => bed.stateOf(id), { timeout: 20_000 }).not.toMatch(/^(waiting|sending)$/);
  }
  expect(lines.filter((line) => ids.some((id) => line.includes(id))).length).toBeGreaterThanOrEqual(
    ids.length,
  );
  const rows = await db.kysely.selectFrom('message').select(['reason', 'reference', 'key']).execute();
  const events = await db.kysely.selectFrom('ledger').selectAll().execute();
  const written = [...lines, JSON.stringify(rows), JSON.stringify(events)].join('\n');
  expect(written).not.toMatch(/555123412|042917|esi\.private|s3cretToken/);
});
