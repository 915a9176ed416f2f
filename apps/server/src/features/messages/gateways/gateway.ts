// What stands between us and the phone, the inbox, the browser: one interface each, and one set of answers.
import type { EmailContent, PushContent } from '../templates/render-message.ts';

/**
 * What came of handing a message over. `reason` is a code of ours, perhaps with the gateway's status (`http_503`):
 * never its words, because those may hold the address.
 * - accepted: the gateway has it; `reference` is its own name for it.
 * - refused: it certainly does not have it, and asking again would not help.
 * - busy: it certainly does not have it; ask again, not before `retryAfterMs`.
 * - unknown: it may have it or not.
 * - pointless: there is nobody to hand it to, and nothing to mend.
 */
export type GatewayAnswer =
  | { readonly kind: 'accepted'; readonly reference: string | null }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'busy'; readonly reason: string; readonly retryAfterMs?: number }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'pointless'; readonly reason: string };

/** One message on its way; `id` stays the same over all attempts. */
export interface Parcel<Content> {
  readonly id: string;
  readonly to: string;
  readonly content: Content;
  readonly expiresAt: Date;
}

export interface Gateway<Content> {
  /** For the record and the figures. */
  readonly name: string;
  /** The same parcel handed over twice reaches the person once: an attempt of unknown end may be repeated. */
  readonly repeatable: boolean;
  /** Ends within some seconds, and throws only where the program is wrong. */
  deliver(parcel: Parcel<Content>): Promise<GatewayAnswer>;
}

export type SmsGateway = Gateway<string>;
export type EmailGateway = Gateway<EmailContent>;
/** `to` is the person; the parcel goes to all of the person's browsers. */
export type PushGateway = Gateway<PushContent>;

/** Null where an installation does not offer the channel. */
export interface Gateways {
  readonly sms: SmsGateway | null;
  readonly email: EmailGateway | null;
  readonly push: PushGateway | null;
}
