import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { errorCodes, type Problem, problem } from '@comitium/contract';
import { problemBody } from './problem-reply.ts';

/** What Node could not make a request of is answered on the bare socket, as a problem like any other. */
export const answerUnreadable = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const found = problemOf(error.code);
  const requestId = randomUUID();
  const body = JSON.stringify(problemBody(found, requestId));
  const { status, title } = errorCodes[found.code];
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    ...bareHeaders,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};

/** What every answer has, for one that nobody shows as a page. */
const bareHeaders = [
  "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: same-origin',
  'X-Frame-Options: SAMEORIGIN',
];

const problemOf = (code: string | undefined): Problem => {
  if (code === 'HPE_HEADER_OVERFLOW') return problem('too_large', 'The head of the request is too large.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return problem('request_timeout', 'The request did not arrive in time; send it again.');
  }
  return problem('invalid_request', 'This is no HTTP request.');
};
