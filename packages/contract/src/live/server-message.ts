import { type Static, Type } from 'typebox';
import { ErrorMessage } from './error-message.ts';
import { HeartbeatMessage } from './heartbeat-message.ts';
import { HelloMessage } from './hello-message.ts';
import { PongMessage } from './pong-message.ts';
import { SnapshotMessage } from './snapshot-message.ts';
import { UnsubscribedMessage } from './unsubscribed-message.ts';
import { UpdateMessage } from './update-message.ts';

/** Everything that the server may say. Clients ignore an `op` that they do not know: additions are free. */
export const ServerMessage = Type.Union([
  HelloMessage,
  SnapshotMessage,
  UpdateMessage,
  UnsubscribedMessage,
  PongMessage,
  HeartbeatMessage,
  ErrorMessage,
]);

export type ServerMessage = Static<typeof ServerMessage>;
