import type { Result, UserId } from '@comitium/basics';
import type { Grant, Problem } from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import type { Caller, PersonCaller } from '../../platform/access/allows.ts';
import type { Feature, PersonalData } from '../../platform/feature.ts';
import type { Follower } from '../../platform/ledger/index.ts';
import type { LiveError } from '../../platform/live/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Messages } from '../messages/index.ts';
import { forgetOldSessions } from './accounts-jobs.ts';
import type { AccountsTools } from './accounts-tools.ts';
import { approvalRoutes } from './approvals/approval-routes.ts';
import { applyDueChanges } from './changes/apply-due-changes.ts';
import { changeRoutes } from './changes/change-routes.ts';
import { followAccess } from './follow-access.ts';
import { type GiveGrant, giveGrant } from './grants/give-grant.ts';
import { type GrantFilter, type GrantRow, listGrants, toGrantAnswers } from './grants/grant-queries.ts';
import { grantRoutes } from './grants/grant-routes.ts';
import { type RevokeGrant, revokeGrant } from './grants/revoke-grant.ts';
import { createRightsCache } from './grants/rights-cache.ts';
import type { ScopeDirectory } from './grants/scope-directory.ts';
import { forgetInvitations } from './invitations/forget-invitations.ts';
import { invitationRoutes } from './invitations/invitation-routes.ts';
import { type Contact, contactOf } from './people/contact-of.ts';
import { type CreatePerson, createPerson } from './people/create-person.ts';
import { type DisablePerson, disablePerson } from './people/disable-person.ts';
import { findPersonByIdentity, maskedIdentities } from './people/find-by-identity.ts';
import { meRoutes } from './people/me-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { findPersonById, type PersonRow } from './people/person-queries.ts';
import { personSessionRoutes } from './people/person-session-routes.ts';
import { sealedColumns } from './sealed-columns.ts';
import { factorRoutes } from './second-factors/factor-routes.ts';
import { stepRoutes } from './second-factors/step-routes.ts';
import { createAccessTokens } from './sessions/access-tokens.ts';
import { callerOf, callerOfPerson } from './sessions/caller-of.ts';
import { endIdleSessions } from './sessions/end-idle-sessions.ts';
import { createEndedSessions } from './sessions/ended-sessions.ts';
import { redeemTicket, type TicketHolder } from './sessions/live-tickets.ts';
import { rotateSigningKeys } from './sessions/rotate-signing-keys.ts';
import { sessionRoutes } from './sessions/session-routes.ts';
import { createSigningKeys } from './sessions/signing-keys.ts';
import { authRoutes } from './sign-in/auth-routes.ts';
import { linkRoutes } from './sign-in/link-routes.ts';
import { phoneRoutes } from './sign-in/phone-routes.ts';
import { sendResetLink } from './sign-in/send-reset-link.ts';

/** What the composition root and the features above use of accounts. */
export interface Accounts extends Feature {
  callerOf(request: FastifyRequest): Promise<Result<Caller, Problem>>;
  /** The present rights of somebody who is not asking right now: topics judge by it. */
  callerOfPerson(id: string): Promise<Result<PersonCaller, Problem>>;
  redeemTicket(ticket: string): Promise<Result<TicketHolder, LiveError>>;
  /** Called, perhaps more than once, after a person's rights changed or ended; answers how to stop listening. */
  onRightsChanged(listener: (personId: UserId) => void): () => void;
  /** The same for a session of this person that ended, by himself or by an administrator. */
  onSessionEnded(listener: (personId: UserId) => void): () => void;
  createPerson(command: CreatePerson): Promise<Result<UserId, Problem>>;
  disablePerson(command: DisablePerson): Promise<Result<void, Problem>>;
  giveGrant(command: GiveGrant): Promise<Result<GrantRow, Problem>>;
  revokeGrant(command: RevokeGrant): Promise<Result<void, Problem>>;
  listGrants(filter: GrantFilter): Promise<GrantRow[]>;
  /** As the wire shows them, in the same order. */
  describeGrants(grants: readonly GrantRow[]): Promise<Grant[]>;
  findPersonById(id: UserId): Promise<PersonRow | undefined>;
  /** Whose e-mail address or phone number this is, as somebody typed it. */
  findPersonByIdentity(text: string): Promise<PersonRow | undefined>;
  /** Where a person is written to; undefined where there is no such person. */
  contactOf(id: UserId): Promise<Contact | undefined>;
  /** Of these people, by id: an e-mail address or phone number as others may see it. */
  maskedIdentities(ids: readonly UserId[]): Promise<ReadonlyMap<UserId, string>>;
}

export interface AccountsDependencies {
  readonly scopes: ScopeDirectory;
  readonly messages: Pick<Messages, 'send' | 'offers'>;
  /** What other rooms hold about a person, by the name of the room. */
  readonly personalData?: () => Readonly<Record<string, PersonalData>>;
  /** Told of every sign-in that succeeds; must not throw. */
  readonly onSignedIn?: (personId: UserId, address: string) => void;
}

export const createAccounts = (
  platform: Platform,
  { scopes, messages, onSignedIn, personalData = () => ({}) }: AccountsDependencies,
): Accounts => {
  const { db, clock } = platform;
  const signingKeys = createSigningKeys(platform);
  const tools: AccountsTools = {
    platform,
    scopes,
    signingKeys,
    tokens: createAccessTokens(signingKeys, clock),
    rights: createRightsCache(platform),
    endedSessions: createEndedSessions(platform),
    messages,
    personalData,
    onSignedIn: onSignedIn ?? (() => undefined),
  };
  return {
    name: 'accounts',
    routes: [
      ...authRoutes(tools),
      ...stepRoutes(tools),
      ...factorRoutes(tools),
      ...sessionRoutes(tools),
      ...phoneRoutes(tools),
      ...linkRoutes(tools),
      ...changeRoutes(tools),
      ...meRoutes(tools),
      ...peopleRoutes(tools),
      ...personSessionRoutes(tools),
      ...grantRoutes(tools),
      ...invitationRoutes(tools),
      ...approvalRoutes(tools),
    ],
    jobs: [
      forgetOldSessions,
      endIdleSessions(tools),
      rotateSigningKeys(tools),
      sendResetLink(tools),
      applyDueChanges(tools),
      forgetInvitations(tools),
    ],
    sealed: sealedColumns,
    ...lifeOf(tools),
    callerOf: (request) => callerOf(tools, request),
    callerOfPerson: (id) => callerOfPerson(tools, id),
    redeemTicket: (ticket) => redeemTicket(tools, ticket),
    onRightsChanged: tools.rights.onChange,
    onSessionEnded: tools.endedSessions.onEnd,
    createPerson: (command) => createPerson(tools, command),
    disablePerson: (command) => disablePerson(tools, command),
    giveGrant: (command) => giveGrant(tools, command),
    revokeGrant: (command) => revokeGrant(tools, command),
    listGrants: (filter) => listGrants(db.kysely, filter, clock.now()),
    describeGrants: (grants) => toGrantAnswers(tools, grants),
    findPersonById: (id) => findPersonById(db.kysely, id),
    findPersonByIdentity: (text) => findPersonByIdentity(platform, text),
    contactOf: (id) => contactOf(platform, id),
    maskedIdentities: (ids) => maskedIdentities(platform, ids),
  };
};

const lifeOf = (tools: AccountsTools): Required<Pick<Feature, 'start' | 'stop'>> => {
  let follower: Follower | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    start: async () => {
      timer = setInterval(tools.rights.forgetDue, 200).unref();
      // First follow, then read: what ends in between is seen twice, never missed.
      follower = await followAccess(tools);
      await tools.endedSessions.load();
    },
    stop: async () => {
      clearInterval(timer);
      await follower?.stop();
      follower = undefined;
    },
  };
};
