// Settings of the gateways that only make sense together: what is half configured stops the start.
import { existsSync } from 'node:fs';
import type { Config } from './settings.ts';

/** One sentence for each problem. */
export const checkMessageSettings = (config: Config): string[] => [
  ...checkSms(config),
  ...checkHttpGateway(config),
  ...checkSmtp(config),
  ...checkVapid(config),
];

/** The variables that are empty, or null where all or none are. */
const missingFrom = (given: Readonly<Record<string, string>>): string | null => {
  const empty = Object.keys(given).filter((variable) => given[variable] === '');
  return empty.length === 0 || empty.length === Object.keys(given).length ? null : empty.join(' and ');
};

const noneGiven = (given: Readonly<Record<string, string>>): boolean =>
  Object.values(given).every((value) => value === '');

const checkSms = (config: Config): string[] => {
  const { smsGateway, smsUrl, twilioAccount, twilioToken, twilioFrom } = config;
  const http = { COMITIUM_SMS_URL: smsUrl };
  const twilio = {
    COMITIUM_TWILIO_ACCOUNT: twilioAccount,
    COMITIUM_TWILIO_TOKEN: twilioToken,
    COMITIUM_TWILIO_FROM: twilioFrom,
  };
  const of = { none: {}, http, twilio }[smsGateway];
  const problems = Object.entries({ http, twilio })
    .filter(([name, given]) => name !== smsGateway && !noneGiven(given))
    .map(([name, given]) => {
      const set = Object.keys(given).join(', ');
      return `COMITIUM_SMS_GATEWAY must be ${name} for ${set} to have an effect; it is ${smsGateway}.`;
    });
  const empty = Object.entries(of).filter(([, value]) => value === '');
  return [
    ...problems,
    ...empty.map(([variable]) => `${variable} is needed with COMITIUM_SMS_GATEWAY=${smsGateway}.`),
    ...(smsGateway === 'twilio' ? checkUrl('COMITIUM_TWILIO_URL', config.twilioUrl, config) : []),
  ];
};

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);

/** Codes travel through it: encrypted, except to this very machine. */
const checkUrl = (variable: string, text: string, { environment }: Config): string[] => {
  const url = URL.parse(text);
  if (url === null || !['https:', 'http:'].includes(url.protocol))
    return [`${variable} must be an https address.`];
  if (/[{}]/.test(text.slice(0, text.indexOf('/', url.protocol.length + 2)))) {
    return [`${variable} must name its host in full; placeholders stand behind it.`];
  }
  if (url.username !== '' || url.password !== '') {
    return [`${variable} must hold no password; put it into the headers.`];
  }
  const open = url.protocol === 'http:' && environment === 'production' && !isLoopback(url.hostname);
  return open ? [`${variable} must begin with https:// in production.`] : [];
};

const checkHttpGateway = (config: Config): string[] => {
  const { smsGateway, smsUrl, smsBody, smsMethod, smsRepeatable, smsHeaders } = config;
  if (smsGateway !== 'http' || smsUrl === '') return [];
  const problems = checkUrl('COMITIUM_SMS_URL', smsUrl, config);
  const template = `${smsUrl} ${smsBody}`;
  for (const name of ['{to}', '{text}']) {
    if (!template.includes(name)) problems.push(`COMITIUM_SMS_URL or COMITIUM_SMS_BODY must hold ${name}.`);
  }
  if (smsMethod === 'GET' && smsBody !== '') problems.push('COMITIUM_SMS_BODY cannot be sent by GET.');
  if (smsBody.trimStart().startsWith('{') && !isJson(smsBody)) {
    problems.push('COMITIUM_SMS_BODY must be JSON with its placeholders inside of strings, or a form.');
  }
  if (smsRepeatable && !`${template} ${JSON.stringify(smsHeaders)}`.includes('{id}')) {
    problems.push('COMITIUM_SMS_REPEATABLE needs {id} in the address, a header or the body.');
  }
  return problems;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const checkSmtp = (config: Config): string[] => {
  const { smtpHost, smtpUser, smtpPassword, smtpCaFile, smtpTls, mailFrom, environment } = config;
  const problems: string[] = [];
  const missing = missingFrom({ COMITIUM_SMTP_HOST: smtpHost, COMITIUM_MAIL_FROM: mailFrom });
  if (missing !== null) problems.push(`${missing} is needed to send e-mail.`);
  const half = missingFrom({ COMITIUM_SMTP_USER: smtpUser, COMITIUM_SMTP_PASSWORD: smtpPassword });
  if (half !== null) problems.push(`${half} is needed to sign in to the mail server.`);
  if (smtpHost === '' && (smtpUser !== '' || smtpCaFile !== '')) {
    problems.push('COMITIUM_SMTP_HOST is needed for the other settings of the mail server.');
  }
  if (mailFrom !== '' && !/^[^@\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(mailFrom)) {
    problems.push('COMITIUM_MAIL_FROM must be an address, or Name <address>.');
  }
  if (smtpCaFile !== '' && !existsSync(smtpCaFile)) {
    problems.push('COMITIUM_SMTP_CA_FILE cannot be read.');
  }
  if (smtpTls === 'none' && smtpHost !== '' && environment === 'production' && !isLoopback(smtpHost)) {
    problems.push('COMITIUM_SMTP_TLS must be starttls or tls in production, except on this machine.');
  }
  return problems;
};

const checkVapid = ({ vapidPublicKey, vapidPrivateKey, vapidSubject, pushServices }: Config): string[] => {
  const missing = missingFrom({
    COMITIUM_VAPID_PUBLIC_KEY: vapidPublicKey,
    COMITIUM_VAPID_PRIVATE_KEY: vapidPrivateKey,
    COMITIUM_VAPID_SUBJECT: vapidSubject,
  });
  if (missing !== null) return [`${missing} is needed to send push messages.`];
  if (vapidPublicKey === '') return [];
  const problems: string[] = [];
  if (Buffer.from(vapidPublicKey, 'base64url').length !== 65) {
    problems.push('COMITIUM_VAPID_PUBLIC_KEY must be 65 bytes in base64url.');
  }
  if (Buffer.from(vapidPrivateKey, 'base64url').length !== 32) {
    problems.push('COMITIUM_VAPID_PRIVATE_KEY must be 32 bytes in base64url.');
  }
  if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(vapidSubject)) {
    problems.push('COMITIUM_VAPID_SUBJECT must be mailto:… or https://….');
  }
  const odd = pushServices.filter(
    (one) => URL.parse(one.replace('*.', 'any.'))?.origin !== one.replace('*.', 'any.'),
  );
  if (odd.length > 0)
    problems.push(`COMITIUM_PUSH_SERVICES must list origins such as https://*.example.org.`);
  return problems;
};
