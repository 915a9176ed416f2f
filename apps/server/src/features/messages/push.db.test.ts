import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import type { UserId } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import webPush from 'web-push';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { createTestBed, nobody, personWith } from './testing/create-test-bed.ts';
import { startHttpSink } from './testing/start-http-sink.ts';

const db = await createTestDatabase();
const sink = await startHttpSink();
const vapid = webPush.generateVAPIDKeys();
const bed = await createTestBed(db, {
  withWorker: false,
  environment: {
    COMITIUM_VAPID_PUBLIC_KEY: vapid.publicKey,
    COMITIUM_VAPID_PRIVATE_KEY: vapid.privateKey,
    COMITIUM_VAPID_SUBJECT: 'mailto:operator@vote.example',
    COMITIUM_PUSH_SERVICES: `${sink.url},https://*.push.apple.com`,
  },
});
afterAll(async () => {
  await bed.close();
  await sink.close();
});

/** What a browser makes when it subscribes. */
const makeBrowser = (endpoint: string) => {
  const ecdh = createECDH('prime256v1');
  const auth = randomBytes(16);
  const p256dh = ecdh.generateKeys();
  const keys = { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') };
  /** RFC 8291 §3.4 with RFC 8188 §2: one record. */
  const decrypt = (body: Buffer): unknown => {
    const salt = body.subarray(0, 16);
    const idLength = body[20] ?? 0;
    const server = body.subarray(21, 21 + idLength);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, server]);
    const ikm = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(server), auth, info, 32));
    const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
    const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
    const record = body.subarray(21 + idLength);
    const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(record.subarray(-16));
    const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
    return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString());
  };
  return { subscription: { endpoint, keys }, decrypt };
};

const post = (path: string, payload: object) =>
  bed.server.inject({ method: 'POST', url: `/api/v1/push/${path}`, payload });
const person = (last: string) => `01900000-0000-7000-8000-0000000000${last}` as UserId;
const enter = (id: UserId): void => {
  bed.door.caller = personWith('viewer', id);
};
const alert = (to: UserId) =>
  bed.send({ channel: 'push', to, personId: to, template: 'security_alert', values: { text: 'Changed.' } });

test('a browser learns the key, subscribes, and alone can read what the service carries', async () => {
  enter(person('01'));
  expect((await bed.server.inject('/api/v1/push/key')).json()).toEqual({ publicKey: vapid.publicKey });
  const { subscription, decrypt } = makeBrowser(`${sink.url}/browser/1`);
  expect((await post('subscribe', subscription)).statusCode).toBe(204);
  sink.willAnswer(201);
  const id = await alert(person('01'));
  await bed.run('message.deliver', id);
  expect(await bed.stateOf(id)).toBe('sent');
  const request = sink.requests.at(-1);
  expect(request?.path).toBe('/browser/1');
  expect(request?.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    urgency: 'high',
    topic: id.replaceAll('-', ''),
  });
  expect(Number(request?.headers['ttl'])).toBeGreaterThan(3600);
  expect(request?.body.toString('latin1')).not.toContain('Changed');
  expect(decrypt(request?.body ?? Buffer.alloc(0))).toMatchObject({ body: 'Changed.', link: null, tag: id });
});

test('the service sees who sends, signed with the key that the browser knows', () => {
  const header = sink.requests.at(-1)?.headers.authorization ?? '';
  const [, token = '', key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header) ?? [];
  expect(key).toBe(vapid.publicKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    aud: sink.url,
    sub: 'mailto:operator@vote.example',
  });
  const raw = Buffer.from(vapid.publicKey, 'base64url');
  const [x, y] = [raw.subarray(1, 33).toString('base64url'), raw.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${claims}`);
  expect(
    verify(
      'sha256',
      signed,
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ),
  ).toBe(true);
});

test('the server calls no address but those of known services', async () => {
  enter(person('02'));
  const endpoints = [
    'http://127.0.0.1:1/x',
    'http://169.254.169.254/latest/meta-data',
    'https://web.push.apple.com.evil.example/x',
    'https://push.apple.com/x',
    'https://user@web.push.apple.com/x',
    'http://web.push.apple.com/x',
    'file:///etc/passwd',
  ];
  for (const endpoint of endpoints) {
    const answer = await post('subscribe', makeBrowser(endpoint).subscription);
    expect([endpoint, answer.statusCode, answer.json().errors[0].path]).toEqual([endpoint, 422, '/endpoint']);
  }
  expect((await post('subscribe', makeBrowser('https://web.push.apple.com/x').subscription)).statusCode).toBe(
    204,
  );
});

test('only the person’s own browsers end; a browser has one person', async () => {
  const browser = makeBrowser(`${sink.url}/shared`).subscription;
  enter(person('03'));
  await post('subscribe', browser);
  enter(person('04'));
  await post('unsubscribe', { endpoint: browser.endpoint });
  const owners = () =>
    db.kysely
      .selectFrom('push_subscription')
      .select('person_id')
      .where('person_id', 'in', [person('03'), person('04')])
      .execute();
  expect(await owners()).toEqual([{ person_id: person('03') }]);
  await post('subscribe', browser);
  expect(await owners()).toEqual([{ person_id: person('04') }]);
  await post('unsubscribe', { endpoint: browser.endpoint });
  expect(await owners()).toEqual([]);
});

test('a browser that is gone is forgotten, and nobody is bothered with it', async () => {
  enter(person('05'));
  await post('subscribe', makeBrowser(`${sink.url}/gone`).subscription);
  sink.willAnswer(410);
  const id = await alert(person('05'));
  await bed.run('message.deliver', id);
  expect(await bed.stateOf(id)).toBe('expired: unsubscribed');
  const next = await alert(person('05'));
  await bed.run('message.deliver', next);
  expect(await bed.stateOf(next)).toBe('expired: no_device');
});

test('the table holds no readable address, and nobody signed out subscribes', async () => {
  const rows = await db.kysely.selectFrom('push_subscription').selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|apple/);
  bed.door.caller = { kind: 'anonymous' };
  expect((await post('subscribe', makeBrowser(`${sink.url}/x`).subscription)).statusCode).toBe(401);
  bed.door.caller = personWith('viewer', nobody);
});
