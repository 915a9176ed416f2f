// A server that signs everybody in and leaves the rest to the test: what to answer, and when to read.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Door {
  readonly url: string;
  close(): Promise<void>;
}

/** The tokens it hands out are `token 1`, `token 2` and so on. */
export const openDoor = async (
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Door> => {
  let tokens = 0;
  const server = createServer((request, response) => {
    if (request.url !== '/api/v1/auth/sign-in') return onRequest(request, response);
    tokens += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ token: `token ${tokens}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
