// A server in front of the program that can put up a new build: the same pages under other names, the old names gone.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReleaseProxy {
  readonly url: string;
  /** From now on every file of the pages has another name. */
  release(): void;
  close(): Promise<void>;
}

const renamed = (text: string): string =>
  text
    .replaceAll('/assets/', '/assets/next/')
    .replaceAll('"assets/', '"assets/next/')
    .replace(/"version":"\w+"/, '"version":"next"');

/** GET alone, and no sockets: what a visitor who only looks has behind a simple cache. */
export const startReleaseProxy = async (target: string): Promise<ReleaseProxy> => {
  let released = false;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    const isOld = released && path.startsWith('/assets/') && !path.startsWith('/assets/next/');
    const asked = isOld ? '/assets/gone.js' : path.replace('/assets/next/', '/assets/');
    const { status, headers, body } = await fetchFrom(new URL(asked, target));
    const isText = /html|javascript|css/.test(headers['content-type'] ?? '');
    response.writeHead(status, headers);
    response.end(released && isText ? renamed(body.toString()) : body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    release: () => {
      released = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const fetchFrom = async (address: URL) => {
  const answer = await fetch(address);
  const kept = ['content-type', 'cache-control', 'content-security-policy'];
  const headers = Object.fromEntries(kept.map((name) => [name, answer.headers.get(name) ?? '']));
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
};
