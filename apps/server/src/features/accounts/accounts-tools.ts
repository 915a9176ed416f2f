import type { UserId } from '@comitium/basics';
import type { Caller } from '../../platform/access/allows.ts';
import type { PersonalData } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Messages } from '../messages/index.ts';
import type { RightsCache } from './grants/rights-cache.ts';
import type { ScopeDirectory } from './grants/scope-directory.ts';
import type { AccessTokens } from './sessions/access-tokens.ts';
import type { EndedSessions } from './sessions/ended-sessions.ts';
import type { SigningKeys } from './sessions/signing-keys.ts';

/** What the commands and routes of this feature work with. */
export interface AccountsTools {
  readonly platform: Platform;
  readonly scopes: ScopeDirectory;
  readonly tokens: AccessTokens;
  readonly signingKeys: SigningKeys;
  readonly rights: RightsCache;
  readonly endedSessions: EndedSessions;
  readonly messages: Pick<Messages, 'send' | 'offers'>;
  readonly personalData: () => Readonly<Record<string, PersonalData>>;
  /** Told of every sign-in that succeeded; it never throws. */
  onSignedIn(personId: UserId, address: string): void;
}

export const actorOf = (caller: Caller) => (caller.kind === 'person' ? caller.id : null);
