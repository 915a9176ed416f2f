import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SinkMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
  readonly secure: boolean;
  readonly user: string | null;
}

export interface SmtpSinkTold {
  /** Refuses recipients by this code. */
  readonly recipientCode?: number;
  /** Takes the whole message and then answers by this code, or hangs up. */
  readonly dataCode?: number | 'hang up';
}

/** A real SMTP server: keeps what it takes. `told` may be changed between deliveries. */
export const startSmtpSink = async (options: SMTPServerOptions = {}) => {
  const mails: SinkMail[] = [];
  const told: { now: SmtpSinkTold } = { now: {} };
  const refuse = (code: number): Error => Object.assign(new Error('refused'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    ...options,
    onAuth: ({ username, password }, _session, done) =>
      password === 'right' ? done(null, { user: username ?? '' }) : done(refuse(535)),
    onRcptTo: (_address, _session, done) =>
      told.now.recipientCode === undefined ? done() : done(refuse(told.now.recipientCode)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { dataCode } = told.now;
        if (dataCode === 'hang up') {
          for (const connection of server.connections) connection.close();
          return;
        }
        if (dataCode !== undefined) return void done(refuse(dataCode));
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
          secure: session.secure,
          user: typeof session.user === 'string' ? session.user : null,
        });
        done();
      });
    },
  });
  // A client that hangs up because it trusts nobody is what some tests are about.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    mails,
    tell: (next: SmtpSinkTold) => {
      told.now = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
