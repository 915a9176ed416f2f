// Push messages to browsers (RFC 8030), encrypted for the browser (RFC 8291) and signed by this server (RFC 8292). The
// address comes from a browser, so that only the services of the configuration are called. A message that comes twice
// carries the same topic and tag, and is shown once.
import webPush from 'web-push';
import type { Platform } from '../../../platform/platform.ts';
import {
  deletePushSubscription,
  listPushSubscriptions,
  type PushSubscription,
} from '../push-subscription-store.ts';
import type { PushContent } from '../templates/render-message.ts';
import type { GatewayAnswer, Parcel, PushGateway } from './gateway.ts';
import { exchange, failureOf } from './http-exchange.ts';
import { isPushService } from './push-services.ts';

export const webPushGateway = (platform: Platform): PushGateway => ({
  name: 'web_push',
  repeatable: true,
  deliver: async (parcel) => {
    const subscriptions = await listPushSubscriptions(platform, parcel.to);
    const answers: GatewayAnswer[] = [];
    for (const one of subscriptions) answers.push(await deliverTo(platform, one, parcel));
    return bestOf(answers);
  },
});

/** One browser that has it is enough; none at all is nobody's fault. */
const bestOf = (answers: readonly GatewayAnswer[]): GatewayAnswer =>
  answers.find(({ kind }) => kind === 'accepted') ??
  answers.find(({ kind }) => kind === 'busy' || kind === 'unknown') ??
  answers.find(({ kind }) => kind === 'refused') ??
  answers[0] ?? { kind: 'pointless', reason: 'no_device' };

const deliverTo = async (
  platform: Platform,
  subscription: PushSubscription,
  parcel: Parcel<PushContent>,
): Promise<GatewayAnswer> => {
  const { config, clock } = platform;
  const { endpoint, keys } = subscription;
  if (!isPushService(config.pushServices, endpoint)) return { kind: 'pointless', reason: 'foreign_service' };
  const { title, body, link } = parcel.content;
  const details = webPush.generateRequestDetails(
    { endpoint, keys },
    JSON.stringify({ title, body, link, tag: parcel.id }),
    {
      vapidDetails: {
        subject: config.vapidSubject,
        publicKey: config.vapidPublicKey,
        privateKey: config.vapidPrivateKey,
      },
      TTL: Math.max(0, Math.floor((parcel.expiresAt.getTime() - clock.now().getTime()) / 1000)),
      topic: parcel.id.replaceAll('-', ''),
      urgency: 'high',
    },
  );
  const headers = Object.fromEntries(
    Object.entries(details.headers).map(([name, value]) => [name, String(value)]),
  );
  const end = await exchange({ method: 'POST', url: new URL(endpoint), headers, body: details.body });
  if (end.kind === 'replied' && (end.reply.status === 404 || end.reply.status === 410)) {
    await deletePushSubscription(platform.db.kysely, subscription.id);
    return { kind: 'pointless', reason: 'unsubscribed' };
  }
  return failureOf(end) ?? { kind: 'accepted', reference: null };
};
