import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { errorCodes } from '@comitium/contract';
import type { LiveError } from './live-error.ts';

/** An error as every other route of the house answers it: RFC 9457. */
export const sendProblem = (response: ServerResponse, error: LiveError): void => {
  const { status, title } = errorCodes[error.code];
  const requestId = response.getHeader('x-request-id') ?? randomUUID();
  response.writeHead(status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  response.end(
    JSON.stringify({
      type: `/errors/${error.code}`,
      title,
      status,
      code: error.code,
      detail: error.message,
      requestId,
    }),
  );
};
