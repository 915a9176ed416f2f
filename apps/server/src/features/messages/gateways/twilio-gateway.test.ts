import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../../platform/config/read-config.ts';
import { startHttpSink } from '../testing/start-http-sink.ts';
import { twilioGateway } from './twilio-gateway.ts';

const sink = await startHttpSink();
afterAll(() => sink.close());
const now = new Date('2026-01-01T12:00:00Z');
const parcel = {
  id: 'p',
  to: '+995555123412',
  content: 'Hello & good day',
  expiresAt: new Date('2026-01-01T12:05:00Z'),
};

const deliver = (from = '+15005550006') => {
  const environment = {
    COMITIUM_SMS_GATEWAY: 'twilio',
    COMITIUM_TWILIO_URL: sink.url,
    COMITIUM_TWILIO_ACCOUNT: 'AC123',
    COMITIUM_TWILIO_TOKEN: 's3cret',
    COMITIUM_TWILIO_FROM: from,
  };
  return twilioGateway(unwrap(readConfig(environment)), { now: () => now }).deliver(parcel);
};

test('a message is created as Twilio asks for it, and not delivered after its life', async () => {
  sink.willAnswer(201, { sid: 'SM1', status: 'queued' });
  expect(await deliver()).toEqual({ kind: 'accepted', reference: 'SM1' });
  const request = sink.requests.at(-1);
  expect(request).toMatchObject({ method: 'POST', path: '/2010-04-01/Accounts/AC123/Messages.json' });
  expect(request?.headers.authorization).toBe(`Basic ${Buffer.from('AC123:s3cret').toString('base64')}`);
  expect(Object.fromEntries(new URLSearchParams(String(request?.body)))).toEqual({
    To: '+995555123412',
    From: '+15005550006',
    Body: 'Hello & good day',
    ValidityPeriod: '300',
  });
});

test('a messaging service is named as such', async () => {
  sink.willAnswer(201, { sid: 'SM2' });
  await deliver('MG77');
  const form = new URLSearchParams(String(sink.requests.at(-1)?.body));
  expect([form.get('MessagingServiceSid'), form.get('From')]).toEqual(['MG77', null]);
});

test('errors keep Twilio’s number; a broken end is unknown', async () => {
  sink.willAnswer(400, { code: 21211, message: 'The number +995555123412 is not valid' });
  sink.willAnswer(429, { code: 20429 });
  sink.willHangUp();
  expect(await deliver()).toEqual({ kind: 'refused', reason: 'twilio_21211' });
  expect(await deliver()).toEqual({ kind: 'busy', reason: 'http_429' });
  expect(await deliver()).toEqual({ kind: 'unknown', reason: 'econnreset' });
});
