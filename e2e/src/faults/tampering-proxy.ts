// A server between the verifier and the program that changes one answer on its way, as a lying operator would.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TamperingProxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Answers as `target` does, but for what `change` makes of the bodies of paths that it names. */
export const startTamperingProxy = async (
  target: string,
  change: { readonly path: string; readonly of: (body: Buffer) => Buffer },
): Promise<TamperingProxy> => {
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(new URL(request.url ?? '/', target));
      const body = Buffer.from(await answer.arrayBuffer());
      const changed = request.url?.includes(change.path) === true ? change.of(body) : body;
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(changed);
    })();
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
