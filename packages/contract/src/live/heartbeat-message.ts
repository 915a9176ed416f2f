import { type Static, Type } from 'typebox';

/** A sign of life with the server's time, RFC 3339 UTC. */
export const HeartbeatMessage = Type.Object({ op: Type.Literal('heartbeat'), at: Type.String() });

export type HeartbeatMessage = Static<typeof HeartbeatMessage>;
