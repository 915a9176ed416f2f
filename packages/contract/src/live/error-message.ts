import { type Static, Type } from 'typebox';
import type { ErrorCode } from '../error-codes.ts';
import { Topic } from './topic.ts';

/** The connection stays; with a topic, that topic is not watched (any more). */
export const ErrorMessage = Type.Object({
  op: Type.Literal('error'),
  code: Type.Unsafe<ErrorCode>(Type.String()),
  message: Type.String(),
  topic: Type.Optional(Topic),
});

export type ErrorMessage = Static<typeof ErrorMessage>;
