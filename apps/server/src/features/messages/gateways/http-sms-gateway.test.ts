import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../../platform/config/read-config.ts';
import { startHttpSink } from '../testing/start-http-sink.ts';
import { buildRequest, httpSmsGateway, isSuccess } from './http-sms-gateway.ts';

const sink = await startHttpSink();
afterAll(() => sink.close());

const nasty = 'a"b\\c\nd&e=f{to}%é';
const configured = (environment: Readonly<Record<string, string>>) =>
  unwrap(
    readConfig({
      COMITIUM_SMS_GATEWAY: 'http',
      COMITIUM_SMS_URL: `${sink.url}/send`,
      COMITIUM_SMS_BODY: '{"to":"{to}","message":{"text":"{text}"}}',
      ...environment,
    }),
  );
const parcel = { id: '0190-7', to: '+995555123412', content: nasty, expiresAt: new Date(8.64e15) };
const gateway = (environment: Readonly<Record<string, string>> = {}) =>
  httpSmsGateway(configured(environment));
const deliver = (environment: Readonly<Record<string, string>> = {}) => gateway(environment).deliver(parcel);

test('a JSON body holds the values inside of its strings, whatever they are', async () => {
  const headers = '{"Authorization":"Bearer s3cret","Idempotency-Key":"{id}"}';
  expect(await deliver({ COMITIUM_SMS_HEADERS: headers })).toEqual({ kind: 'accepted', reference: null });
  const request = sink.requests.at(-1);
  expect(JSON.parse(String(request?.body))).toEqual({ to: '+995555123412', message: { text: nasty } });
  expect(request).toMatchObject({
    method: 'POST',
    path: '/send',
    headers: {
      authorization: 'Bearer s3cret',
      'idempotency-key': '0190-7',
      'content-type': 'application/json',
    },
  });
});

test('forms and addresses hold them percent-encoded', async () => {
  await deliver({ COMITIUM_SMS_BODY: 'phone={to}&msg={text}' });
  const form = new URLSearchParams(String(sink.requests.at(-1)?.body));
  expect([...form]).toEqual([
    ['phone', '+995555123412'],
    ['msg', nasty],
  ]);
  await deliver({
    COMITIUM_SMS_BODY: '',
    COMITIUM_SMS_METHOD: 'GET',
    COMITIUM_SMS_URL: `${sink.url}/s/{to}?m={text}`,
  });
  const { method, path } = sink.requests.at(-1) ?? { method: '', path: '' };
  const url = new URL(path, sink.url);
  expect([method, url.pathname, [...url.searchParams]]).toEqual([
    'GET',
    '/s/%2B995555123412',
    [['m', nasty]],
  ]);
});

test('no value moves the request to another host', () => {
  const settings = configured({ COMITIUM_SMS_URL: `${sink.url}/{text}`, COMITIUM_SMS_BODY: 'a={to}' });
  for (const text of ['//evil.example/', '@evil.example', '\\\\evil.example', '?x#y', '..%2f']) {
    expect(buildRequest(settings, { id: 'i', to: '+1', text }).url.origin).toBe(sink.url);
  }
});

test('a redirect is not followed', async () => {
  const before = sink.requests.length;
  sink.willAnswer(307, '', { location: `${sink.url}/elsewhere` });
  expect(await deliver()).toEqual({ kind: 'refused', reason: 'http_307' });
  expect(sink.requests.length).toBe(before + 1);
});

test('answers are told apart: later, never, perhaps', async () => {
  sink.willAnswer(503, '', { 'retry-after': '7' });
  sink.willAnswer(400);
  sink.willAnswer(500);
  sink.willHangUp();
  expect(await deliver()).toEqual({ kind: 'busy', reason: 'http_503', retryAfterMs: 7000 });
  expect(await deliver()).toEqual({ kind: 'refused', reason: 'http_400' });
  expect(await deliver()).toEqual({ kind: 'unknown', reason: 'http_500' });
  expect(await deliver()).toEqual({ kind: 'unknown', reason: 'econnreset' });
});

test('a gateway that cannot be reached certainly has nothing', async () => {
  const away = await startHttpSink();
  await away.close();
  expect(await deliver({ COMITIUM_SMS_URL: `${away.url}/send` })).toEqual({
    kind: 'busy',
    reason: 'econnrefused',
  });
});

test('the rule of success is read from the answer', async () => {
  expect(isSuccess({ body: '{"messages":[{"status":0}]}' }, '/messages/0/status=0')).toBe(true);
  expect(isSuccess({ body: '{"messages":[{"status":4}]}' }, '/messages/0/status=0')).toBe(false);
  expect(isSuccess({ body: 'not json' }, '/a=b')).toBe(false);
  expect(isSuccess({ body: 'OK: queued' }, 'OK')).toBe(true);
  expect(isSuccess({ body: 'anything' }, '')).toBe(true);
  sink.willAnswer(200, { status: 'no credit' });
  expect(await deliver({ COMITIUM_SMS_SUCCESS: '/status=sent' })).toEqual({
    kind: 'refused',
    reason: 'not_confirmed',
  });
});

test('what is no phone number never leaves the house', async () => {
  const before = sink.requests.length;
  expect(await gateway().deliver({ ...parcel, to: '+1,+2' })).toEqual({
    kind: 'refused',
    reason: 'bad_address',
  });
  expect(sink.requests.length).toBe(before);
});
