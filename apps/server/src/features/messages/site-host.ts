import type { Config } from '../../platform/config/settings.ts';

/** The host that people see in the address line. */
export const siteHost = ({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string =>
  publicUrl === '' ? `localhost:${port}` : new URL(publicUrl).host;
