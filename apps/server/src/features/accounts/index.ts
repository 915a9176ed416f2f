export { type Accounts, createAccounts } from './create-accounts.ts';
export { createDemoPeople, type DemoPerson } from './create-demo-people.ts';
export type { GrantRow } from './grant-queries.ts';
export type { PersonRow } from './person-queries.ts';
export type { ResolvedScope, ScopeDirectory, ScopeIds } from './scope-directory.ts';
