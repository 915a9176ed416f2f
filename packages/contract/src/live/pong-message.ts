import { type Static, Type } from 'typebox';

export const PongMessage = Type.Object({ op: Type.Literal('pong'), id: Type.Integer() });

export type PongMessage = Static<typeof PongMessage>;
