import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SinkRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A real HTTP gateway: keeps what arrives, and answers as told; 200 with `{}` unless told otherwise. */
export const startHttpSink = async () => {
  const requests: SinkRequest[] = [];
  const answers: ((response: ServerResponse) => void)[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    requests.push({ method, path, headers, body: Buffer.concat(chunks) });
    const answer = answers.shift();
    if (answer === undefined) response.end('{}');
    else answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    /** For the next request that nothing was told for yet. */
    willAnswer: (
      status: number,
      body: string | object = '',
      headers: Readonly<Record<string, string>> = {},
    ) => {
      answers.push((response) => {
        response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
      });
    },
    /** Takes the request and hangs up instead of answering. */
    willHangUp: () => {
      answers.push((response) => response.destroy());
    },
    /** Takes the request and says nothing. */
    willStayOpen: () => {
      answers.push(() => undefined);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
