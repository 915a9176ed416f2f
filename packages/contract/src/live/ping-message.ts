import { type Static, Type } from 'typebox';

/** Answered by a pong of the same id, after everything that the server sent before. */
export const PingMessage = Type.Object({ op: Type.Literal('ping'), id: Type.Integer() });

export type PingMessage = Static<typeof PingMessage>;
