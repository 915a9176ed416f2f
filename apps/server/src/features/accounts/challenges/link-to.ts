import type { Config } from '../../../platform/config/settings.ts';

/** Pages that links of messages lead to. */
export type LinkPage = '/sign-up/confirm' | '/reset-password' | '/confirm-change' | '/invitation';

/** The token stands in the fragment, which browsers keep to themselves: no server's or proxy's log has it. */
export const linkTo = (
  { publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>,
  page: LinkPage,
  token: string,
): string => {
  const site = publicUrl === '' ? `http://localhost:${port}` : publicUrl.replace(/\/+$/, '');
  return `${site}${page}#token=${token}`;
};
