// E-mail by SMTP. Until the whole message has been handed to the socket the server cannot have taken it (RFC 5321
// §4.1.1.4: it ends with a line that holds a dot); afterwards only its answer tells.
import { readFileSync } from 'node:fs';
import { Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Config } from '../../../platform/config/settings.ts';
import type { EmailContent } from '../templates/render-message.ts';
import type { EmailGateway, GatewayAnswer, Parcel } from './gateway.ts';

type SmtpSettings = Pick<
  Config,
  'smtpHost' | 'smtpPort' | 'smtpTls' | 'smtpUser' | 'smtpPassword' | 'smtpCaFile' | 'mailFrom'
>;

export const smtpGateway = (settings: SmtpSettings): EmailGateway => {
  const options = transportOptions(settings);
  const domain = /@([^@>\s]+)>?$/.exec(settings.mailFrom)?.[1] ?? settings.smtpHost;
  return {
    name: 'smtp',
    repeatable: false,
    deliver: async (parcel) => {
      const handed = { over: false };
      const transport = createTransport(options);
      transport.use('stream', (mail, done) => {
        mail.message.transform(() => watchEnd(handed));
        done();
      });
      const messageId = `<${parcel.id}@${domain}>`;
      try {
        const signal = AbortSignal.timeout(longestMs);
        await transport.sendMail({ ...toMail(settings, parcel, messageId), signal });
        return { kind: 'accepted', reference: messageId };
      } catch (error) {
        return answerOf(error, handed.over);
      } finally {
        transport.close();
      }
    },
  };
};

/** Over all: a server that answers a little now and then would hold a delivery for ever. */
const longestMs = 60_000;

const watchEnd = (handed: { over: boolean }): Transform =>
  new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => {
      handed.over = true;
      done();
    },
  });

const transportOptions = (settings: SmtpSettings) => {
  const { smtpHost, smtpPort, smtpTls, smtpUser, smtpPassword, smtpCaFile } = settings;
  return {
    host: smtpHost,
    port: smtpPort,
    secure: smtpTls === 'tls',
    requireTLS: smtpTls === 'starttls',
    ignoreTLS: smtpTls === 'none',
    tls: {
      minVersion: 'TLSv1.2',
      ...(smtpCaFile !== '' && { ca: readFileSync(smtpCaFile, 'utf8') }),
    } as const,
    ...(smtpUser !== '' && { auth: { user: smtpUser, pass: smtpPassword } }),
    dnsTimeout: 5_000,
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};

const toMail = (
  { mailFrom }: SmtpSettings,
  { to, content: { subject, text, html } }: Parcel<EmailContent>,
  messageId: string,
) => ({
  from: mailFrom,
  // As an object, so that a comma in it cannot make two of one address.
  to: { name: '', address: to },
  subject,
  text,
  html,
  messageId,
  // RFC 3834: no machine shall answer a machine.
  headers: { 'Auto-Submitted': 'auto-generated' },
});

/** Only codes are taken from the error: its words hold addresses. */
const answerOf = (error: unknown, handedOver: boolean): GatewayAnswer => {
  const { code = 'failed', responseCode } = error as { code?: string; responseCode?: number };
  // Our own account or certificate is wrong, not the message.
  if (code === 'EAUTH' || code === 'ETLS')
    return { kind: 'busy', reason: `smtp_${code.slice(1).toLowerCase()}` };
  if (responseCode !== undefined && responseCode >= 400) {
    return { kind: responseCode >= 500 ? 'refused' : 'busy', reason: `smtp_${responseCode}` };
  }
  if (code === 'EENVELOPE') return { kind: 'refused', reason: 'bad_address' };
  return { kind: handedOver ? 'unknown' : 'busy', reason: `smtp_${code.toLowerCase()}` };
};
