import { assertNever, err, ok, type Result } from '@comitium/basics';
import { SealedValueError } from '../../platform/crypto/key-ring.ts';
import type { Gateway, GatewayAnswer } from './gateways/gateway.ts';
import type { MessageRow } from './message-queries.ts';
import type { MessagesTools } from './messages-tools.ts';
import { openContent } from './sealed-content.ts';
import { siteHost } from './site-host.ts';
import { renderEmail, renderPush, renderSms, type Words } from './templates/render-message.ts';

/** A message that is drawn and addressed, ready for its gateway. */
export interface SealedParcel {
  readonly gateway: string;
  readonly repeatable: boolean;
  deliver(): Promise<GatewayAnswer>;
}

/** Why there is no parcel: `no_gateway`, `erased`, `unreadable`. */
export const openParcel = (tools: MessagesTools, message: MessageRow): Result<SealedParcel, string> => {
  if (message.sealed === null) return err('erased');
  try {
    const { to, values } = openContent(tools.platform.keys, message.sealed);
    const { template, language } = message;
    return address(tools, { message, to }, { template, language, values });
  } catch (error) {
    if (error instanceof SealedValueError) return err('unreadable');
    throw error;
  }
};

interface Addressed {
  readonly message: MessageRow;
  readonly to: string;
}

const address = (
  { gateways, platform }: MessagesTools,
  addressed: Addressed,
  words: Words,
): Result<SealedParcel, string> => {
  const { channel } = addressed.message;
  switch (channel) {
    case 'sms':
      return parcel(gateways.sms, addressed, () => renderSms(words, siteHost(platform.config)));
    case 'email':
      return parcel(gateways.email, addressed, () => renderEmail(words));
    case 'push':
      return parcel(gateways.push, addressed, () => renderPush(words));
    default:
      return assertNever(channel);
  }
};

const parcel = <Content>(
  gateway: Gateway<Content> | null,
  { message: { id, expires_at: expiresAt }, to }: Addressed,
  render: () => Content,
): Result<SealedParcel, string> => {
  if (gateway === null) return err('no_gateway');
  const content = render();
  const { name, repeatable } = gateway;
  return ok({
    gateway: name,
    repeatable,
    deliver: () => gateway.deliver({ id, to, content, expiresAt }),
  });
};
