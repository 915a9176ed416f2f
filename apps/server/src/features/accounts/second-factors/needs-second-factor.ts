import type { GrantedRole } from '../../../platform/access/allows.ts';
import type { Config } from '../../../platform/config/settings.ts';
import { isPrivileged } from '../grants/grant-rules.ts';

type Settings = Pick<Config, 'requireSecondFactor' | 'environment'>;

const isAsked = ({ requireSecondFactor, environment }: Settings): boolean =>
  requireSecondFactor === 'auto' ? environment === 'production' : requireSecondFactor === 'true';

/** Whether roles like these can be used here only after a second factor. */
export const needsSecondFactor = (config: Settings, grants: readonly Pick<GrantedRole, 'role'>[]): boolean =>
  isAsked(config) && grants.some(({ role }) => isPrivileged(role));
