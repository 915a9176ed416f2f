// Bytes to a socket and back, for requests that no client would send.
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case; a name that came twice has its values joined by line feeds. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Everything that came until the server closed the connection. */
  readonly text: string;
}

/** Sends the bytes as they are and reads until the server closes; a reset ends the answer too. */
export const exchangeRaw = (port: number, bytes: string | Buffer): Promise<RawAnswer> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(readAnswer(text)));
  });

/** A request whose head is given line by line; it asks for the connection to be closed. */
export const sendHead = (port: number, lines: readonly string[], body = ''): Promise<RawAnswer> =>
  exchangeRaw(port, [...lines, 'Connection: close', '', body].join('\r\n'));

const readAnswer = (text: string): RawAnswer => {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end === -1 ? 0 : end).split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)}\n${value}` : value);
  }
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: text.slice(end + 4), text };
};
