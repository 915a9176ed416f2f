import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

const problems = (environment: Readonly<Record<string, string>>): string[] => {
  const config = readConfig(environment);
  return config.ok ? [] : config.error;
};
const http = {
  COMITIUM_SMS_GATEWAY: 'http',
  COMITIUM_SMS_URL: 'https://sms.example/send',
  COMITIUM_SMS_BODY: '{"to":"{to}","text":"{text}"}',
};
const smtp = { COMITIUM_SMTP_HOST: 'mail.example', COMITIUM_MAIL_FROM: 'House <no-reply@vote.example>' };
const vapid = {
  COMITIUM_VAPID_PUBLIC_KEY: Buffer.alloc(65, 4).toString('base64url'),
  COMITIUM_VAPID_PRIVATE_KEY: Buffer.alloc(32, 1).toString('base64url'),
  COMITIUM_VAPID_SUBJECT: 'mailto:operator@vote.example',
};
const production = { NODE_ENV: 'production' };

test('nothing, and each gateway whole, are fine', () => {
  const twilio = {
    COMITIUM_SMS_GATEWAY: 'twilio',
    COMITIUM_TWILIO_ACCOUNT: 'AC1',
    COMITIUM_TWILIO_TOKEN: 't',
    COMITIUM_TWILIO_FROM: '+1',
  };
  for (const environment of [{}, http, twilio, { ...smtp, ...vapid, ...production }]) {
    expect(problems(environment)).toEqual([]);
  }
});

test.each([
  [{ COMITIUM_SMS_GATEWAY: 'http' }, 'COMITIUM_SMS_URL is needed with COMITIUM_SMS_GATEWAY=http.'],
  [
    { COMITIUM_SMS_URL: 'https://sms.example' },
    'COMITIUM_SMS_GATEWAY must be http for COMITIUM_SMS_URL to have an effect; it is none.',
  ],
  [
    { COMITIUM_SMS_GATEWAY: 'twilio', COMITIUM_TWILIO_ACCOUNT: 'AC1', COMITIUM_TWILIO_FROM: '+1' },
    'COMITIUM_TWILIO_TOKEN is needed with COMITIUM_SMS_GATEWAY=twilio.',
  ],
  [
    { ...http, COMITIUM_SMS_URL: 'https://{to}.example/' },
    'COMITIUM_SMS_URL must name its host in full; placeholders stand behind it.',
  ],
  [{ ...http, COMITIUM_SMS_URL: 'ftp://sms.example/' }, 'COMITIUM_SMS_URL must be an https address.'],
  [
    { ...http, COMITIUM_SMS_URL: 'https://a:b@sms.example/' },
    'COMITIUM_SMS_URL must hold no password; put it into the headers.',
  ],
  [
    { ...http, ...production, COMITIUM_SMS_URL: 'http://sms.example/' },
    'COMITIUM_SMS_URL must begin with https:// in production.',
  ],
  [
    { ...http, COMITIUM_SMS_BODY: '{"to":"{to}"}' },
    'COMITIUM_SMS_URL or COMITIUM_SMS_BODY must hold {text}.',
  ],
  [
    { ...http, COMITIUM_SMS_BODY: '{"to":{to},"text":"{text}"}' },
    'COMITIUM_SMS_BODY must be JSON with its placeholders inside of strings, or a form.',
  ],
  [{ ...http, COMITIUM_SMS_METHOD: 'GET' }, 'COMITIUM_SMS_BODY cannot be sent by GET.'],
  [
    { ...http, COMITIUM_SMS_REPEATABLE: 'true' },
    'COMITIUM_SMS_REPEATABLE needs {id} in the address, a header or the body.',
  ],
  [
    { COMITIUM_SMS_HEADERS: '{"a b":"c"}' },
    'COMITIUM_SMS_HEADERS must be a JSON object of header names and values.',
  ],
  [{ COMITIUM_SMTP_HOST: 'mail.example' }, 'COMITIUM_MAIL_FROM is needed to send e-mail.'],
  [
    { ...smtp, COMITIUM_SMTP_USER: 'house' },
    'COMITIUM_SMTP_PASSWORD is needed to sign in to the mail server.',
  ],
  [{ ...smtp, COMITIUM_MAIL_FROM: 'nobody' }, 'COMITIUM_MAIL_FROM must be an address, or Name <address>.'],
  [{ ...smtp, COMITIUM_SMTP_CA_FILE: '/nowhere/ca.pem' }, 'COMITIUM_SMTP_CA_FILE cannot be read.'],
  [
    { ...smtp, ...production, COMITIUM_SMTP_TLS: 'none' },
    'COMITIUM_SMTP_TLS must be starttls or tls in production, except on this machine.',
  ],
  [{ ...vapid, COMITIUM_VAPID_SUBJECT: '' }, 'COMITIUM_VAPID_SUBJECT is needed to send push messages.'],
  [
    { ...vapid, COMITIUM_VAPID_PRIVATE_KEY: 'abc' },
    'COMITIUM_VAPID_PRIVATE_KEY must be 32 bytes in base64url.',
  ],
  [
    { ...vapid, COMITIUM_PUSH_SERVICES: 'push.example' },
    'COMITIUM_PUSH_SERVICES must list origins such as https://*.example.org.',
  ],
])('%o is refused', (environment: Readonly<Record<string, string>>, problem) => {
  expect(problems(environment)).toContain(problem);
});

test('a refusal repeats no secret', () => {
  const told = [
    ...problems({ COMITIUM_SMS_HEADERS: 'hunter2' }),
    ...problems({ COMITIUM_SMTP_PASSWORD: 'hunter2', COMITIUM_TWILIO_TOKEN: 'hunter2' }),
  ];
  expect(told).toHaveLength(3);
  expect(told.join()).not.toContain('hunter2');
});
