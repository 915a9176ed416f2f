// Large imports come as they are, so that nobody without the right can make the server hold or parse them.
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';

/** The bytes of a streamed request. */
export const readBody = async (
  { body, raw }: FastifyRequest,
  limitBytes: number,
): Promise<Result<Buffer, Problem>> => {
  if (Buffer.isBuffer(body)) return ok(body);
  if (typeof body === 'string') return ok(Buffer.from(body));
  const stream = body instanceof Readable ? body : raw;
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

/** The JSON of a request, whether the server has parsed it already or not. */
export const readJsonBody = async (
  request: FastifyRequest,
  limitBytes: number,
): Promise<Result<unknown, Problem>> => {
  if (isParsed(request.body)) return ok(request.body);
  const bytes = await readBody(request, limitBytes);
  if (!bytes.ok) return bytes;
  if (!isUtf8(bytes.value)) return err(problem('invalid_request', 'The body is not UTF-8.'));
  try {
    return ok(JSON.parse(bytes.value.toString('utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err(problem('invalid_request', `The body is not valid JSON: ${error.message}`));
  }
};

/** The JSON of a request where the server has parsed it already, else its bytes: a thread reads those. */
export const readShapesBody = async (
  request: FastifyRequest,
  limitBytes: number,
): Promise<Result<unknown, Problem>> =>
  isParsed(request.body) ? ok(request.body) : readBody(request, limitBytes);

const isParsed = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && !(body instanceof Readable) && !Buffer.isBuffer(body);

export type BodyKind = 'json' | 'csv';

/** By the content type; null for another kind. */
export const bodyKind = ({ headers }: FastifyRequest): BodyKind | null => {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'application/json';
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  return type === 'text/csv' ? 'csv' : null;
};
