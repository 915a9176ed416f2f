// SMS by Twilio, or by a service with the shape of its Messages resource (2010-04-01). It knows no idempotency key: an
// attempt of unknown end is never repeated.
import type { Clock } from '@comitium/basics';
import type { Config } from '../../../platform/config/settings.ts';
import type { GatewayAnswer, Parcel, SmsGateway } from './gateway.ts';
import { exchange, failureOf, type GatewayRequest } from './http-exchange.ts';
import { isPhoneNumber } from './phone-number.ts';

type TwilioSettings = Pick<Config, 'twilioUrl' | 'twilioAccount' | 'twilioToken' | 'twilioFrom'>;

export const twilioGateway = (settings: TwilioSettings, clock: Clock): SmsGateway => ({
  name: 'twilio',
  repeatable: false,
  deliver: async (parcel) => {
    if (!isPhoneNumber(parcel.to)) return { kind: 'refused', reason: 'bad_address' };
    const end = await exchange(buildRequest(settings, parcel, clock.now()));
    if (end.kind !== 'replied') return failureOf(end) ?? { kind: 'unknown', reason: 'no_answer' };
    return readAnswer(end.reply.body, failureOf(end));
  },
});

/** Twilio drops what it could not deliver by then; it takes 1 to 36,000 seconds. */
const validitySeconds = (expiresAt: Date, now: Date): number =>
  Math.min(36_000, Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)));

const buildRequest = (
  { twilioUrl, twilioAccount, twilioToken, twilioFrom }: TwilioSettings,
  { to, content, expiresAt }: Parcel<string>,
  now: Date,
): GatewayRequest => {
  const sender = twilioFrom.startsWith('MG') ? 'MessagingServiceSid' : 'From';
  const form = new URLSearchParams({
    To: to,
    [sender]: twilioFrom,
    Body: content,
    ValidityPeriod: String(validitySeconds(expiresAt, now)),
  });
  const body = form.toString();
  return {
    method: 'POST',
    url: new URL(`/2010-04-01/Accounts/${encodeURIComponent(twilioAccount)}/Messages.json`, twilioUrl),
    headers: {
      authorization: `Basic ${Buffer.from(`${twilioAccount}:${twilioToken}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
  };
};

interface TwilioBody {
  readonly sid?: unknown;
  readonly code?: unknown;
}

/** Errors carry Twilio's own number, such as 21211 for a number that does not exist. */
const readAnswer = (text: string, failure: GatewayAnswer | null): GatewayAnswer => {
  const { sid, code } = parse(text);
  if (failure === null)
    return { kind: 'accepted', reference: typeof sid === 'string' ? sid.slice(0, 64) : null };
  return failure.kind === 'refused' && typeof code === 'number'
    ? { ...failure, reason: `twilio_${code}` }
    : failure;
};

const parse = (text: string): TwilioBody => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
};
