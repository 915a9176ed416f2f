// Any SMS provider that takes one HTTP request. The host comes from the configuration alone; what is filled in cannot
// leave its place: percent-encoded in the address and forms, inside of a string in JSON.
import type { Config } from '../../../platform/config/settings.ts';
import type { GatewayAnswer, SmsGateway } from './gateway.ts';
import { exchange, failureOf, type GatewayReply, type GatewayRequest } from './http-exchange.ts';
import { isPhoneNumber } from './phone-number.ts';

type HttpSmsSettings = Pick<
  Config,
  'smsUrl' | 'smsMethod' | 'smsHeaders' | 'smsBody' | 'smsSuccess' | 'smsRepeatable'
>;

export const httpSmsGateway = (settings: HttpSmsSettings): SmsGateway => ({
  name: 'http',
  repeatable: settings.smsRepeatable,
  deliver: async ({ id, to, content: text }): Promise<GatewayAnswer> => {
    if (!isPhoneNumber(to)) return { kind: 'refused', reason: 'bad_address' };
    const end = await exchange(buildRequest(settings, { id, to, text }));
    const failure = failureOf(end);
    if (failure !== null || end.kind !== 'replied')
      return failure ?? { kind: 'unknown', reason: 'no_answer' };
    const taken = isSuccess(end.reply, settings.smsSuccess);
    return taken ? { kind: 'accepted', reference: null } : { kind: 'refused', reason: 'not_confirmed' };
  },
});

interface SmsValues {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

const fill = (template: string, values: SmsValues, encode: (value: string) => string): string =>
  template.replace(/\{(id|to|text)\}/g, (_, name: keyof SmsValues) => encode(values[name]));

const asIs = (value: string): string => value;

export const buildRequest = (settings: HttpSmsSettings, values: SmsValues): GatewayRequest => {
  const { smsUrl, smsMethod: method, smsHeaders, smsBody } = settings;
  const url = new URL(fill(smsUrl, values, encodeURIComponent));
  if (url.origin !== new URL(smsUrl.replace(/[{}]/g, '')).origin)
    throw new Error('the gateway’s host changed');
  const { type, body } = buildBody(smsBody, values);
  const given = Object.entries(smsHeaders).map(([name, value]) => [
    name.toLowerCase(),
    fill(value, { ...values, to: '', text: '' }, asIs),
  ]);
  const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return { method, url, body, headers: { ...type, ...length, ...Object.fromEntries(given) } };
};

const buildBody = (
  template: string,
  values: SmsValues,
): { type: Readonly<Record<string, string>>; body: string | null } => {
  if (template === '') return { type: {}, body: null };
  if (template.trimStart().startsWith('{')) {
    const body = JSON.stringify(JSON.parse(template), (_, value: unknown) =>
      typeof value === 'string' ? fill(value, values, asIs) : value,
    );
    return { type: { 'content-type': 'application/json' }, body };
  }
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return { type, body: fill(template, values, encodeURIComponent) };
};

/** `/pointer=value` looks into a JSON answer (RFC 6901), anything else for the text itself. */
export const isSuccess = ({ body }: Pick<GatewayReply, 'body'>, rule: string): boolean => {
  const pointed = /^(\/[^=]*)=(.*)$/s.exec(rule);
  if (pointed === null) return body.includes(rule);
  const [, pointer = '', wanted] = pointed;
  try {
    return String(lookUp(JSON.parse(body), pointer)) === wanted;
  } catch {
    return false;
  }
};

const lookUp = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (inner, part) => (isRecord(inner) && Object.hasOwn(inner, part) ? inner[part] : undefined),
      value,
    );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
