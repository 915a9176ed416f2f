import { type Static, Type } from 'typebox';

/** The first message of every connection; something follows at least every `heartbeatMs`. */
export const HelloMessage = Type.Object({
  op: Type.Literal('hello'),
  protocol: Type.Integer(),
  session: Type.String(),
  heartbeatMs: Type.Integer(),
});

export type HelloMessage = Static<typeof HelloMessage>;
