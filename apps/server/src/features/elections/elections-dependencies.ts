import type { Accounts } from '../accounts/index.ts';
import type { Territory } from '../territory/index.ts';

/** What this room uses of the rooms below it. */
export interface ElectionsDependencies {
  readonly territory: Territory;
  readonly accounts: Pick<
    Accounts,
    | 'giveGrant'
    | 'revokeGrant'
    | 'listGrants'
    | 'findPersonById'
    | 'findPersonByIdentity'
    | 'maskedIdentities'
  >;
}
