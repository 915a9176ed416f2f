export { type Accounts, type AccountsDependencies, createAccounts } from './create-accounts.ts';
export { createDemoPeople, type DemoPerson } from './create-demo-people.ts';
export type { GiveGrant } from './give-grant.ts';
export type { GrantFilter, GrantRow } from './grant-queries.ts';
export type { TicketHolder } from './live-tickets.ts';
export type { PersonRow } from './person-queries.ts';
export type { ResolvedScope, ScopeDirectory, ScopeIds } from './scope-directory.ts';
