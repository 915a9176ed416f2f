import { type Static, Type } from 'typebox';
import { PingMessage } from './ping-message.ts';
import { SubscribeMessage } from './subscribe-message.ts';
import { UnsubscribeMessage } from './unsubscribe-message.ts';

/** Everything that a client may say. */
export const ClientMessage = Type.Union([SubscribeMessage, UnsubscribeMessage, PingMessage]);

export type ClientMessage = Static<typeof ClientMessage>;
