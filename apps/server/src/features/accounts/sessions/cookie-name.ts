import type { Config } from '../../../platform/config/settings.ts';

type Prefix = '__Host-' | '__Secure-';

/**
 * Behind https a cookie has a prefix by which browsers refuse one that another host of the same domain has set
 * (RFC 6265bis §4.1.3). They refuse the prefix itself on plain http, where the name goes without.
 */
export const cookieName = ({ publicUrl }: Pick<Config, 'publicUrl'>, prefix: Prefix, name: string): string =>
  publicUrl.startsWith('https://') ? prefix + name : name;
