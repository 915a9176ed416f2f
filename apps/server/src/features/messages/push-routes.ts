import { ok } from '@comitium/basics';
import { EndPushBody, PushKey, PushSubscriptionBody } from '@comitium/contract';
import { publicAccess, signedIn } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { Platform } from '../../platform/platform.ts';
import { subscribeDevice } from './subscribe-device.ts';
import { unsubscribeDevice } from './unsubscribe-device.ts';

export const pushRoutes = (platform: Platform): Route[] => [
  route({
    method: 'GET',
    path: '/push/key',
    summary: 'What a browser subscribes to push messages with; null where there are none.',
    access: publicAccess,
    answer: PushKey,
    handler: () => ok({ publicKey: platform.config.vapidPublicKey || null }),
  }),
  route({
    method: 'POST',
    path: '/push/subscribe',
    summary: 'Show push messages for the caller in this browser.',
    access: signedIn,
    body: PushSubscriptionBody,
    ratePerMinute: 30,
    handler: ({ caller, body }) => subscribeDevice(platform, caller, body),
  }),
  route({
    method: 'POST',
    path: '/push/unsubscribe',
    summary: 'Show no more push messages for the caller in this browser.',
    access: signedIn,
    body: EndPushBody,
    handler: ({ caller, body }) => unsubscribeDevice(platform, caller, body.endpoint),
  }),
];
