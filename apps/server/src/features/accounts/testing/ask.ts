import type { TestBed } from './create-test-bed.ts';

export interface Asking {
  readonly cookie?: string;
  readonly authorization?: string;
  /** Of the network. */
  readonly from?: string;
}

/** A POST as a browser or an app sends it. */
export const post = (bed: TestBed, path: string, payload: object, { from, ...headers }: Asking = {}) =>
  bed.server.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    payload,
    headers,
    ...(from && { remoteAddress: from }),
  });

/** The secret of the last message to somebody: a code, or the token of a link. */
export const lastSecret = ({ sent }: TestBed, to: string): string => {
  const { code, link } = sent.findLast((message) => message.to === to)?.values ?? {};
  return code ?? link?.split('#token=')[1] ?? '';
};

/** What a browser sends back of the cookies it was given. */
export const cookiesOf = (answer: { cookies: { name: string; value: string }[] }): string =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Signs in, or joins, by phone. */
export const signInByCode = async (bed: TestBed, phone: string, asking: Asking = {}) => {
  const sent = await post(bed, '/auth/phone/code', { phone }, asking);
  const { challenge } = sent.json<{ challenge: string }>();
  const answer = await post(bed, '/auth/phone/sign-in', { challenge, code: lastSecret(bed, phone) }, asking);
  if (answer.statusCode !== 200) throw new Error(`${sent.body} ${answer.body}`);
  const { token } = answer.json<{ token: string }>();
  return { authorization: `Bearer ${token}`, cookie: cookiesOf(answer) };
};
