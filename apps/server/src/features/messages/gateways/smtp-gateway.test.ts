import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../../platform/config/read-config.ts';
import { renderEmail } from '../templates/render-message.ts';
import { makeCertificate } from '../testing/make-certificate.ts';
import { startSmtpSink } from '../testing/start-smtp-sink.ts';
import { smtpGateway } from './smtp-gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'comitium-smtp-'));
const { key, cert } = makeCertificate();
const caFile = join(folder, 'ca.pem');
writeFileSync(caFile, cert);
const open = await startSmtpSink({ disabledCommands: ['STARTTLS'] });
const upgrading = await startSmtpSink({ key, cert });
const secure = await startSmtpSink({ key, cert, secure: true });
afterAll(async () => {
  await Promise.all([open.close(), upgrading.close(), secure.close()]);
  rmSync(folder, { recursive: true });
});

const content = renderEmail({
  template: 'verify_email',
  language: 'ka',
  values: { link: 'https://vote.example/v?t=1' },
});
const parcel = { id: '0190-7', to: 'esi@example.org', content, expiresAt: new Date(8.64e15) };

const deliver = (port: number, more: Readonly<Record<string, string>> = {}, to = parcel.to) =>
  smtpGateway(
    unwrap(
      readConfig({
        COMITIUM_SMTP_HOST: '127.0.0.1',
        COMITIUM_SMTP_PORT: String(port),
        COMITIUM_SMTP_TLS: 'none',
        COMITIUM_MAIL_FROM: 'Comitium <no-reply@vote.example>',
        ...more,
      }),
    ),
  ).deliver({ ...parcel, to });

test('an e-mail arrives whole: both parts, subject in its script, a name of its own', async () => {
  expect(await deliver(open.port)).toEqual({ kind: 'accepted', reference: '<0190-7@vote.example>' });
  const mail = open.mails.at(-1);
  expect(mail).toMatchObject({ from: 'no-reply@vote.example', to: ['esi@example.org'], secure: false });
  expect(mail?.source).toMatch(/^Message-ID: <0190-7@vote\.example>\r$/im);
  expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(mail?.source).toMatch(/^Subject: =\?UTF-8\?B\?/m);
  expect(mail?.source).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
});

test('STARTTLS is insisted on, and the server’s certificate checked', async () => {
  const tls = { COMITIUM_SMTP_TLS: 'starttls' };
  expect(await deliver(open.port, tls)).toMatchObject({ kind: 'busy' });
  expect(await deliver(upgrading.port, tls)).toMatchObject({ kind: 'busy' });
  expect(upgrading.mails).toEqual([]);
  const trusted = { ...tls, COMITIUM_SMTP_CA_FILE: caFile };
  expect(await deliver(upgrading.port, trusted)).toMatchObject({ kind: 'accepted' });
  expect(upgrading.mails.at(-1)).toMatchObject({ secure: true });
});

test('TLS from the start, with an account; a wrong password is ours to mend, not the message’s end', async () => {
  const account = { COMITIUM_SMTP_TLS: 'tls', COMITIUM_SMTP_CA_FILE: caFile, COMITIUM_SMTP_USER: 'house' };
  expect(await deliver(secure.port, { ...account, COMITIUM_SMTP_PASSWORD: 'right' })).toMatchObject({
    kind: 'accepted',
  });
  expect(secure.mails.at(-1)).toMatchObject({ secure: true, user: 'house' });
  expect(await deliver(secure.port, { ...account, COMITIUM_SMTP_PASSWORD: 'wrong' })).toEqual({
    kind: 'busy',
    reason: 'smtp_auth',
  });
});

test('the server’s codes tell later from never', async () => {
  open.tell({ recipientCode: 450 });
  expect(await deliver(open.port)).toEqual({ kind: 'busy', reason: 'smtp_450' });
  open.tell({ recipientCode: 550 });
  expect(await deliver(open.port)).toEqual({ kind: 'refused', reason: 'smtp_550' });
  open.tell({ dataCode: 452 });
  expect(await deliver(open.port)).toEqual({ kind: 'busy', reason: 'smtp_452' });
  open.tell({});
});

test('hung up after the whole message, nobody knows; before it, the server has nothing', async () => {
  open.tell({ dataCode: 'hang up' });
  expect(await deliver(open.port)).toMatchObject({ kind: 'unknown' });
  open.tell({});
  const away = await startSmtpSink();
  await away.close();
  expect(await deliver(away.port)).toMatchObject({ kind: 'busy' });
});

test('one address stays one address', async () => {
  const before = open.mails.length;
  const answer = await deliver(open.port, {}, 'a@example.org, b@example.org');
  const reached = open.mails.slice(before).flatMap(({ to }) => to);
  expect([answer.kind, reached]).toEqual(['refused', []]);
});
