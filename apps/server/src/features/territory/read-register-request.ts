import { err, ok, type Result } from '@comitium/basics';
import { type FieldError, type Problem, problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import { bodyKind, readBody, readJsonBody } from './read-body.ts';
import { readRegisterCsv } from './read-register-csv.ts';
import { checkHead, readRegisterJson } from './read-register-json.ts';
import type { RegisterSource } from './register-row.ts';

export interface RegisterRequest {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  /** Names from the whole to the polling station, separated by commas. */
  readonly levels?: string | undefined;
  readonly simulated?: boolean | undefined;
  readonly encoding?: string | undefined;
}

/** Problem: not an import at all; field errors: an import with bad rows. */
export type RegisterReading = Result<Result<RegisterSource, readonly FieldError[]>, Problem>;

/** JSON carries everything in its body; a CSV has its code, name and levels in the query. */
export const readRegisterRequest = async (
  request: FastifyRequest,
  query: RegisterRequest,
  limitBytes: number,
): Promise<RegisterReading> => {
  const kind = bodyKind(request);
  if (kind === null) {
    return err(problem('unsupported_media_type', 'Send application/json or text/csv.'));
  }
  if (kind === 'csv') {
    const bytes = await readBody(request, limitBytes);
    return bytes.ok ? ok(readCsvSource(bytes.value, query)) : bytes;
  }
  const body = await readJsonBody(request, limitBytes);
  return body.ok ? ok(readRegisterJson(body.value)) : body;
};

const readCsvSource = (
  bytes: Buffer,
  { encoding, ...query }: RegisterRequest,
): Result<RegisterSource, readonly FieldError[]> => {
  const levels = query.levels?.split(',').map((name) => name.trim());
  const head = checkHead(withoutUndefined({ ...query, levels }));
  if (!head.ok) return head;
  const { code, name, simulated = false } = head.value;
  const rows = readRegisterCsv(bytes, { levels: head.value.levels, encoding });
  if (!rows.ok) return rows;
  const { rows: read, errors: formErrors } = rows.value;
  return ok({ code, name, levels: head.value.levels, simulated, rows: read, formErrors });
};

const withoutUndefined = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
