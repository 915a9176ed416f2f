// The composition root: which features there are, one line each, and what they know of each other.
import type { UserId } from '@comitium/basics';
import type { FastifyInstance } from 'fastify';
import { declaredEvents } from './declared-events.ts';
import { type Accounts, createAccounts } from './features/accounts/index.ts';
import { type Audit, createAudit } from './features/audit/index.ts';
import { createElections, type Elections } from './features/elections/index.ts';
import { createFiles } from './features/files/index.ts';
import { createMessages, type Messages } from './features/messages/index.ts';
import { createNotary, type Notary } from './features/notary/index.ts';
import { createResults, type Results } from './features/results/index.ts';
import { createTerritory, type Territory } from './features/territory/index.ts';
import { publicAccess } from './platform/access/access-rule.ts';
import { anonymous, type Caller } from './platform/access/allows.ts';
import { createKeyRotation, type KeyRotation } from './platform/crypto/rotate-keys.ts';
import type { Feature, PersonalData } from './platform/feature.ts';
import { clientAddressOf } from './platform/http/client-address.ts';
import { createServer } from './platform/http/create-server.ts';
import { docsRoutes } from './platform/http/docs-routes.ts';
import { healthRoutes } from './platform/http/health-routes.ts';
import { keepConnections } from './platform/http/keep-connections.ts';
import { mayOpenSocket } from './platform/http/may-open-socket.ts';
import { registerRoutes } from './platform/http/register-routes.ts';
import type { Route } from './platform/http/route.ts';
import { servePages } from './platform/http/serve-pages.ts';
import { checkAppendedEvents } from './platform/ledger/index.ts';
import { attachLive, LiveHub, prometheusMetrics } from './platform/live/index.ts';
import type { Platform } from './platform/platform.ts';
import { followerLags } from './platform/telemetry/follower-lags.ts';
import { createScopeDirectory } from './scope-directory.ts';

export interface App {
  readonly platform: Platform;
  readonly server: FastifyInstance;
  readonly hub: LiveHub;
  readonly features: readonly Feature[];
  readonly routes: readonly Route[];
  readonly messages: Messages;
  readonly keyRotation: KeyRotation;
  readonly accounts: Accounts;
  readonly territory: Territory;
  readonly elections: Elections;
  readonly results: Results;
  readonly audit: Audit;
  readonly notary: Notary;
  /** Begins to follow the ledger; then requests can be served. */
  start(): Promise<void>;
  /** Drains the live feed, ends requests and followers. */
  stop(): Promise<void>;
}

export interface AppOptions {
  /** Routes that only this way of running has, such as the demonstration's. */
  readonly moreRoutes?: readonly Route[];
  /** Where the built pages lie, if not where the web workspace builds them. */
  readonly pages?: string;
}

/** Builds the program around a platform whose `access` is filled in here. */
export const buildApp = async (parts: Omit<Platform, 'access'>, options: AppOptions): Promise<App> => {
  const late: Late = {};
  const platform: Platform = {
    ...parts,
    access: {
      callerOf: (request) => known(late.accounts).callerOf(request),
      findElection: (reference) => known(late.elections).atDoor(reference),
    },
  };
  if (parts.config.environment === 'test') checkAppendedEvents(declaredEvents);
  const server = await createServer(platform);
  const connections = keepConnections(server.server);
  const hub = createHub(platform, late);
  const { features, ...rooms } = buildFeatures(platform, { hub, late });
  const { accounts } = rooms;
  const lags = followerLags(platform);
  const routes = [
    ...features.flatMap((one) => one.routes ?? []),
    ...healthRoutes(platform, lags.worst),
    ...docsRoutes(server),
    ...(options.moreRoutes ?? []),
  ];
  registerRoutes(server, platform, routes);
  attachLive(server, hub, {
    clientAddress: clientAddressOf(platform.config.trustedProxies),
    mayOpenSocket: mayOpenSocket(platform.config),
    routeConfig: { access: publicAccess },
  });
  await servePages(server, options.pages);
  const stopListening = [
    accounts.onRightsChanged((id) => void hub.recheck(id)),
    accounts.onSessionEnded((id) => hub.signOut(id)),
  ];
  return {
    platform,
    server,
    hub,
    features,
    routes,
    ...rooms,
    start: async () => {
      for (const feature of features) await feature.start?.();
      lags.start();
      await server.ready();
    },
    stop: async () => {
      for (const stop of stopListening) stop();
      lags.stop();
      await hub.drain();
      const closed = connections.closing();
      await server.close();
      closed();
      for (const feature of [...features].reverse()) await feature.stop?.();
      await platform.trail.flush();
    },
  };
};

/** Features that others are asked about before they are built: the door and the hub look here at run time. */
interface Late {
  accounts?: Accounts;
  audit?: Audit;
  elections?: Elections;
}

const buildFeatures = (platform: Platform, { hub, late }: { hub: LiveHub; late: Late }) => {
  const territory = createTerritory(platform);
  const scopes = createScopeDirectory(territory.registers, () => known(late.elections).book);
  const messages = createMessages(platform);
  const accounts = createAccounts(platform, {
    scopes,
    messages,
    personalData: () => personalDataOf(features),
    onSignedIn: (id, address) => known(late.audit).noteSignIn(id, address),
  });
  late.accounts = accounts;
  const elections = createElections(platform, { territory, accounts });
  late.elections = elections;
  const files = createFiles(platform, { mayReadFile: (caller, id) => results.mayReadFile(caller, id) });
  const results = createResults(platform, {
    hub,
    elections: elections.book,
    listFiles: files.listFiles,
    boundaryUrl: territory.boundaryUrl,
    listShapes: territory.listShapes,
    callerOfPerson: (id) => callerOrNobody(accounts, id),
  });
  wireElections(elections, results);
  const notary = createNotary(platform, { elections: elections.book });
  const audit = createAudit(platform, {
    hub,
    elections: elections.book,
    accounts,
    messages,
    callerOfPerson: (id) => callerOrNobody(accounts, id),
  });
  late.audit = audit;
  const keyRotation = createKeyRotation(platform, () => features.flatMap(({ sealed = [] }) => sealed));
  const keys: Feature = { name: 'keys', jobs: keyRotation.jobs };
  const features: Feature[] = [keys, messages, accounts, territory, elections, files, results, notary, audit];
  return { features, keyRotation, messages, accounts, territory, elections, results, notary, audit };
};

/** What the account's export holds and its deletion erases, by room. */
const personalDataOf = (features: readonly Feature[]): Record<string, PersonalData> =>
  Object.fromEntries(
    features.flatMap(({ name, personalData }) => (personalData === undefined ? [] : [[name, personalData]])),
  );

const known = <T>(part: T | undefined): T => {
  if (part === undefined) throw new Error('a feature was asked before it was built');
  return part;
};

const callerOrNobody = async (accounts: Accounts, id: UserId): Promise<Caller> => {
  const caller = await accounts.callerOfPerson(id);
  return caller.ok ? caller.value : anonymous;
};

const createHub = (platform: Platform, late: Late): LiveHub =>
  new LiveHub({
    redeemTicket: (ticket) => known(late.accounts).redeemTicket(ticket),
    onError: (error, topic) => platform.log.error({ err: error, topic }, 'a live topic failed'),
    onRefused: (viewer, topic) =>
      platform.trail.note({
        kind: 'right_refused',
        personId: viewer.kind === 'user' ? (viewer.id as UserId) : null,
        action: topic,
        address: '',
        requestId: null,
      }),
    settings: {
      connectionsPerAddress: platform.config.socketsPerAddress,
      connectionsPerAccount: platform.config.socketsPerAccount,
    },
    metrics: prometheusMetrics(platform.metrics.registry),
  });

/** What elections ask of results: answered here, so that no arrow points upwards. */
const wireElections = (elections: Elections, results: Results): void => {
  elections.ports.canCertify = async (id) => {
    const election = await elections.book.find(id);
    return election !== null && results.canCertify(election);
  };
  elections.ports.findLiveSheets = (contestIds, stationIds) => results.findLiveSheets(contestIds, stationIds);
};
