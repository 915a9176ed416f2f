// Through whom messages leave the house. How they must fit together is said in check-message-settings.ts.

import { secret, setting } from './setting.ts';
import { addressRanges, choice, flag, headers, list, port, seconds, text } from './setting-kinds.ts';

const smsSettings = {
  smsGateway: setting(
    'COMITIUM_SMS_GATEWAY',
    choice(['none', 'http', 'twilio']),
    'none',
    'Who delivers SMS; none offers no SMS, or the local mailbox outside production.',
  ),
  smsUrl: setting(
    'COMITIUM_SMS_URL',
    text,
    '',
    'Address of the HTTP gateway; {to}, {text} and {id} behind its host are filled in, percent-encoded.',
  ),
  smsMethod: setting(
    'COMITIUM_SMS_METHOD',
    choice(['POST', 'PUT', 'GET']),
    'POST',
    'Method of its requests.',
  ),
  smsHeaders: secret(
    setting(
      'COMITIUM_SMS_HEADERS',
      headers,
      {},
      'Headers of its requests as a JSON object; {id} is filled in, for gateways that take an idempotency key.',
    ),
  ),
  smsBody: setting(
    'COMITIUM_SMS_BODY',
    text,
    '',
    'Body of its requests: a JSON object or a form (a=1&b={to}); {to}, {text} and {id} in its values are filled in.',
  ),
  smsSuccess: setting(
    'COMITIUM_SMS_SUCCESS',
    text,
    '',
    'What an answer 2xx must hold to count: /json/pointer=value, or text that occurs; empty asks nothing more.',
  ),
  smsRepeatable: setting(
    'COMITIUM_SMS_REPEATABLE',
    flag,
    false,
    'Whether the gateway itself drops a second request with the same {id}: attempts of unknown end are then repeated.',
  ),
  twilioUrl: setting(
    'COMITIUM_TWILIO_URL',
    text,
    'https://api.twilio.com',
    'Twilio, or a service with its API.',
  ),
  twilioAccount: setting('COMITIUM_TWILIO_ACCOUNT', text, '', 'Account SID at Twilio.'),
  twilioToken: secret(setting('COMITIUM_TWILIO_TOKEN', text, '', 'Auth token at Twilio.')),
  twilioFrom: setting(
    'COMITIUM_TWILIO_FROM',
    text,
    '',
    'Sender: a number in E.164, a name, or the SID of a messaging service (MG…).',
  ),
} as const;

const emailSettings = {
  smtpHost: setting(
    'COMITIUM_SMTP_HOST',
    text,
    '',
    'Mail server; empty sends no e-mail, or into the local mailbox outside production.',
  ),
  smtpPort: setting('COMITIUM_SMTP_PORT', port, 587, 'Port of the mail server; 465 goes with tls.'),
  smtpTls: setting(
    'COMITIUM_SMTP_TLS',
    choice(['starttls', 'tls', 'none']),
    'starttls',
    'starttls insists on the upgrade, tls speaks TLS from the start, none is for a mail server on this machine.',
  ),
  smtpUser: setting('COMITIUM_SMTP_USER', text, '', 'Account at the mail server; empty signs in to none.'),
  smtpPassword: secret(setting('COMITIUM_SMTP_PASSWORD', text, '', 'Password of that account.')),
  smtpCaFile: setting(
    'COMITIUM_SMTP_CA_FILE',
    text,
    '',
    'PEM file of the authority that the mail server’s certificate comes from, where it is your own.',
  ),
  mailFrom: setting('COMITIUM_MAIL_FROM', text, '', 'Sender of e-mails: address, or Name <address>.'),
} as const;

const pushSettings = {
  vapidPublicKey: setting(
    'COMITIUM_VAPID_PUBLIC_KEY',
    text,
    '',
    'Public key of push messages (RFC 8292), base64url; empty offers no push. `npx web-push generate-vapid-keys` makes a pair.',
  ),
  vapidPrivateKey: secret(setting('COMITIUM_VAPID_PRIVATE_KEY', text, '', 'The private key beside it.')),
  vapidSubject: setting(
    'COMITIUM_VAPID_SUBJECT',
    text,
    '',
    'Whom a push service may ask about this installation: mailto:… or https://….',
  ),
  pushServices: setting(
    'COMITIUM_PUSH_SERVICES',
    list,
    [
      'https://fcm.googleapis.com',
      'https://updates.push.services.mozilla.com',
      'https://*.push.apple.com',
      'https://*.notify.windows.com',
    ],
    'Push services that this server calls; a browser that names another one cannot subscribe.',
  ),
} as const;

export const messageSettings = {
  ...smsSettings,
  ...emailSettings,
  ...pushSettings,
  mailboxAddresses: setting(
    'COMITIUM_MAILBOX_ADDRESSES',
    addressRanges,
    ['127.0.0.1', '::1'],
    'Addresses that may read the local mailbox, which exists only outside production.',
  ),
  messageRetention: setting(
    'COMITIUM_MESSAGE_RETENTION_SECONDS',
    seconds,
    24 * 3600,
    'How long address and content of a message are kept after its delivery; dead letters stay 30 days.',
  ),
} as const;
