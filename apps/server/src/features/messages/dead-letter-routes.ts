import { DeadLetter, DeadLetterBody, Page, PageQuery } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { originOf } from '../../platform/access/origin.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { Platform } from '../../platform/platform.ts';
import { listDeadLetters } from './dead-letter-queries.ts';
import { discardExpiredMessages } from './discard-expired-messages.ts';
import { discardMessage } from './discard-message.ts';
import { retryMessage } from './retry-message.ts';

const MessageParams = Type.Object({ message: Type.String({ maxLength: 64 }) });
const operators = requires('platform.operate', 'platform');

export const deadLetterRoutes = (platform: Platform): Route[] => [
  route({
    method: 'GET',
    path: '/dead-letters',
    summary: 'Messages that could not be delivered, the newest failure first; addresses are masked.',
    access: operators,
    query: PageQuery,
    answer: Page(DeadLetter),
    handler: ({ query }) => listDeadLetters(platform, { limit: query.limit ?? 20, cursor: query.cursor }),
  }),
  route({
    method: 'POST',
    path: '/dead-letters/discard-expired',
    summary: 'Put away those that are too late to be sent, up to 500 at once.',
    access: operators,
    body: DeadLetterBody,
    answer: Type.Object({ discarded: Type.Integer() }),
    handler: ({ caller, body, request }) =>
      discardExpiredMessages(platform, { origin: originOf({ caller, request }), reason: body.reason }),
  }),
  route({
    method: 'POST',
    path: '/dead-letters/:message/retry',
    summary: 'Send it again; where its end is unknown the person may get it twice.',
    access: operators,
    params: MessageParams,
    body: DeadLetterBody,
    handler: ({ caller, params, body, request }) =>
      retryMessage(platform, {
        origin: originOf({ caller, request }),
        messageId: params.message,
        reason: body.reason,
      }),
  }),
  route({
    method: 'POST',
    path: '/dead-letters/:message/discard',
    summary: 'Put it away for good.',
    access: operators,
    params: MessageParams,
    body: DeadLetterBody,
    handler: ({ caller, params, body, request }) =>
      discardMessage(platform, {
        origin: originOf({ caller, request }),
        messageId: params.message,
        reason: body.reason,
      }),
  }),
];
