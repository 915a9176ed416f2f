import { Type } from 'typebox';
import type { ErrorCode } from './error-codes.ts';
import type { FindingValues } from './http/finding-values.ts';

/** One broken rule of the input: `path` is a JSON pointer into it (`/votes/ndc`), `line` counts from 1 in imports. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  /**
   * Of a check of a sheet's figures: what the message is made of, as far as this field is concerned. Not in `ProblemBody`,
   * which every answer of every address repeats: the schema of a receipt's warnings says it.
   */
  readonly values?: FindingValues;
}

/** An expected failure, as commands answer it and as RFC 9457 carries it; `extra` holds the code's own members. */
export interface Problem {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
  /** Of rate_limited: how many there may be in how many seconds, where a limit of the command itself refused. */
  readonly quota?: { readonly most: number; readonly windowSeconds: number };
  readonly extra?: Readonly<Record<string, unknown>>;
}

export const problem = (
  code: ErrorCode,
  detail: string,
  more: Omit<Problem, 'code' | 'detail'> = {},
): Problem => ({
  code,
  detail,
  ...more,
});

/** The body of every error answer: `application/problem+json`, RFC 9457. */
export const ProblemBody = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    requestId: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          path: Type.String(),
          code: Type.String(),
          message: Type.String(),
          line: Type.Optional(Type.Integer()),
        }),
      ),
    ),
  },
  { additionalProperties: true, $id: 'Problem' },
);
