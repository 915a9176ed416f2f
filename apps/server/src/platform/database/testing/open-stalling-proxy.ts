import { connect, createServer, type Socket } from 'node:net';
import pg from 'pg';

/** A way to PostgreSQL that can be made to hang, as a server that is stopped or a network that swallows everything. */
export interface StallingProxy {
  readonly connectionString: string;
  /** From now on nothing passes, and nobody is told. */
  stall(): void;
  /** Whatever was swallowed stays lost, with its connection; new ones are served. */
  resume(): void;
  close(): void;
}

export const openStallingProxy = async (connectionString: string): Promise<StallingProxy> => {
  const { host, port, user, password, database } = new pg.Client({ connectionString });
  const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const pairs = new Set<readonly [Socket, Socket]>();
  let stalled = false;
  const server = createServer((client) => {
    const upstream = connect(target);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (bytes) => {
        if (!stalled) to.write(bytes);
      });
      from.on('error', () => from.destroy());
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
    };
    pass(client, upstream);
    pass(upstream, client);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const place = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const person = [user, password].map((part) => encodeURIComponent(String(part ?? ''))).join(':');
  const dropAll = (): void => {
    for (const [client] of pairs) client.destroy();
  };
  return {
    connectionString: `postgresql://${person}@${place}/${database}`,
    stall: () => {
      stalled = true;
    },
    resume: () => {
      dropAll();
      stalled = false;
    },
    close: () => {
      server.close();
      dropAll();
    },
  };
};
