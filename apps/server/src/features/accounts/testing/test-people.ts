import { type UserId, unwrap } from '@comitium/basics';
import type { Role, ScopeReference } from '@comitium/contract';
import type { TestBed } from './create-test-bed.ts';

export const password = 'a long enough phrase';
const byOperator = { caller: { kind: 'system', name: 'test' }, requestId: null } as const;

export const addPerson = async (
  { accounts }: TestBed,
  email: string,
  ...grants: { role: Role; scope?: ScopeReference; endsAt?: Date }[]
): Promise<UserId> => {
  const created = await accounts.createPerson({ ...byOperator, email, name: email, password });
  const personId = unwrap(created);
  for (const { role, scope = {}, endsAt = null } of grants) {
    unwrap(await accounts.giveGrant({ ...byOperator, personId, role, scope, endsAt }));
  }
  return personId;
};

export interface SignedIn {
  readonly token: string;
  readonly headers: { readonly authorization: string };
  /** As the browser would send it back. */
  readonly cookie: string;
}

export const signInAs = async ({ server }: TestBed, email: string): Promise<SignedIn> => {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { email, password },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const { token } = answer.json<{ token: string }>();
  const cookie = answer.cookies.find(({ name }) => name.endsWith('comitium_session'));
  return {
    token,
    headers: { authorization: `Bearer ${token}` },
    cookie: `${cookie?.name}=${cookie?.value}`,
  };
};
