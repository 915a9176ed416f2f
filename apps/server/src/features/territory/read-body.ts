// Large imports come as they are, so that nobody without the right can make the server hold or parse them.
import { Readable } from 'node:stream';
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';

/** The bytes of a streamed request; whatever a parser made of them already is turned back. */
export const readBody = async (
  { body, raw }: FastifyRequest,
  limitBytes: number,
): Promise<Result<Buffer, Problem>> => {
  if (Buffer.isBuffer(body)) return ok(body);
  if (typeof body === 'string') return ok(Buffer.from(body));
  const stream = body instanceof Readable ? body : body === undefined || body === null ? raw : null;
  if (stream === null) return ok(Buffer.from(JSON.stringify(body)));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > limitBytes) return err(problem('too_large', `An import may have ${limitBytes} bytes.`));
    chunks.push(bytes);
  }
  return ok(Buffer.concat(chunks, size));
};

/** What the bytes say as JSON. */
export const readJson = (bytes: Buffer): Result<unknown, Problem> => {
  try {
    return ok(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err(problem('invalid_request', `The body is not valid JSON: ${error.message}`));
  }
};

export type BodyKind = 'json' | 'csv';

/** By the content type; null for another kind. */
export const bodyKind = ({ headers }: FastifyRequest): BodyKind | null => {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'application/json';
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  return type === 'text/csv' ? 'csv' : null;
};
