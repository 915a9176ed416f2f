import type { Person, Role } from '@comitium/contract';

/** Where each role works, the widest first; `{election}` where the role holds in one election. */
const places: readonly {
  readonly roles: readonly Role[];
  readonly path: string;
  readonly anywhere: string;
}[] = [
  { roles: ['election_administrator', 'platform_administrator'], path: '/set-up', anywhere: '/set-up' },
  { roles: ['data_admin', 'reviewer'], path: '/elections/{election}/desk', anywhere: '/desk' },
  { roles: ['correspondent', 'polling_agent'], path: '/elections/{election}/send', anywhere: '/send' },
  { roles: ['presenter'], path: '/elections/{election}/presenter', anywhere: '/' },
];

/** Only addresses of this site: `//host` and `/\host` would lead elsewhere. */
const isOwnAddress = (address: string): boolean => /^\/(?![/\\])/.test(address);

/** Where somebody goes after signing in: back to where he was sent from, else to what his role is for. */
export const landingOf = (
  { grants, name }: Pick<Person, 'grants'> & Partial<Pick<Person, 'name'>>,
  back: string | undefined,
): string => {
  if (back !== undefined && isOwnAddress(back) && !back.startsWith('/sign-in')) return back;
  for (const { roles, path, anywhere } of places) {
    const own = grants.filter(({ role }) => roles.includes(role));
    const elections = new Set(own.map(({ scope }) => scope.election));
    if (own.length === 0) continue;
    const [election] = elections;
    return election !== undefined && elections.size === 1
      ? path.replace('{election}', encodeURIComponent(election))
      : anywhere;
  }
  // Whoever has just joined by phone has not told a name yet.
  return name === '' ? '/account' : '/';
};
