export { accountEvents } from './account-events.ts';
export { type Accounts, createAccounts } from './create-accounts.ts';
export type { GrantRow } from './grants/grant-queries.ts';
export type { ResolvedScope, ScopeDirectory, ScopeIds } from './grants/scope-directory.ts';
export { listKnownEmails } from './identities/identity-queries.ts';
export { createDemoPeople, type DemoPerson } from './people/create-demo-people.ts';
export type { PersonRow } from './people/person-queries.ts';
export { rightEvents } from './right-events.ts';
