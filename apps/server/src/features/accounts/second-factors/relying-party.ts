import type { Config } from '../../../platform/config/settings.ts';

/** Whom a passkey is made for (W3C WebAuthn): a domain, and the addresses of the pages that may ask for it. */
export interface RelyingParty {
  readonly name: string;
  readonly id: string;
  readonly origins: string[];
}

type Settings = Pick<Config, 'publicUrl' | 'passkeyDomain' | 'port'>;

/**
 * By the public address. Without one the program runs on somebody's own machine: then pages of localhost are taken,
 * at any port, because a development server may stand before it.
 */
export const relyingParty = (
  { publicUrl, passkeyDomain, port }: Settings,
  origin: string | undefined,
): RelyingParty => {
  const site = URL.parse(publicUrl);
  const name = 'Comitium';
  if (site !== null) return { name, id: passkeyDomain || site.hostname, origins: [site.origin] };
  const asking = origin === undefined ? null : URL.parse(origin);
  const own = asking?.hostname === 'localhost' ? asking.origin : `http://localhost:${port}`;
  return { name, id: passkeyDomain || 'localhost', origins: [own] };
};
