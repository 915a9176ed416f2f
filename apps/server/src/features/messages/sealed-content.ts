import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import type { MessageValues } from './templates/render-message.ts';

/** What is personal or secret in a message. */
export interface MessageContent {
  readonly to: string;
  readonly values: MessageValues;
}

/** Of the key ring. */
export const contentPurpose = 'message.content';

export const sealContent = (keys: KeyRing, content: MessageContent): string =>
  keys.seal(contentPurpose, JSON.stringify(content));

export const openContent = (keys: KeyRing, sealed: string): MessageContent =>
  JSON.parse(keys.open(contentPurpose, sealed)) as MessageContent;
