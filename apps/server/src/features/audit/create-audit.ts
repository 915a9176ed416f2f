import type { UserId } from '@comitium/basics';
import type { AlertKind } from '@comitium/contract';
import type { Feature } from '../../platform/feature.ts';
import type { Follower } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { detectFailures } from './alerts/detect-failures.ts';
import { noteSignIn } from './alerts/note-sign-in.ts';
import { openPlaces } from './alerts/places.ts';
import { createAuditMetrics } from './audit-metrics.ts';
import { auditPersonalData } from './audit-personal-data.ts';
import { auditRoutes } from './audit-routes.ts';
import type { AuditDependencies, AuditTools } from './audit-tools.ts';
import { auditTopic, electionAuditTopic } from './audit-topics.ts';
import { followLedger, followScreens } from './follow-ledger.ts';

export interface Audit extends Feature {
  /** To be told of every sign-in that succeeds; never throws into it. */
  noteSignIn(personId: UserId, address: string): void;
  /** Looks through the newest refusals now, as it does by itself every ten seconds. */
  detectFailures(): Promise<void>;
}

const lookEveryMs = 10_000;

export const createAudit = (platform: Platform, dependencies: AuditDependencies): Audit => {
  const metrics = createAuditMetrics(platform.metrics.registry);
  const tools: AuditTools = { ...dependencies, platform, metrics };
  const places = openPlaces(platform.config.networksFile);
  const detections: Readonly<Record<AlertKind, boolean>> = {
    many_failures: true,
    impossible_travel: places.size > 0,
    rights_at_night: platform.config.nightHours !== null,
    bulk_export: true,
  };
  tools.hub.register(auditTopic(tools));
  tools.hub.register(electionAuditTopic(tools));
  const complain = (error: unknown): void =>
    platform.log.error({ err: error }, 'a detection failed and is tried again');
  return {
    name: 'audit',
    personalData: auditPersonalData(platform),
    routes: auditRoutes(tools, (kind) => detections[kind]),
    detectFailures: () => detectFailures(tools),
    noteSignIn: (personId, address) => {
      noteSignIn(tools, places, { personId, address }).catch(complain);
    },
    ...lifeOf(tools, complain),
  };
};

/** Refusals of other processes show with the next event, or when somebody looks again. */
const touchAll = ({ hub }: AuditTools): void =>
  hub.touch(({ name }) => name === 'audit' || name === 'election-audit');

const lifeOf = (
  tools: AuditTools,
  complain: (error: unknown) => void,
): Required<Pick<Feature, 'start' | 'stop'>> => {
  let alerts: Follower | undefined;
  let screens: Follower | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopListening: (() => void) | undefined;
  let looking: Promise<void> = Promise.resolve();
  const look = (): void => {
    looking = looking.then(() => detectFailures(tools)).catch(complain);
  };
  return {
    start: async () => {
      alerts = await followLedger(tools);
      screens = await followScreens(tools);
      stopListening = tools.platform.trail.onStored(() => touchAll(tools));
      timer = setInterval(look, lookEveryMs).unref();
    },
    stop: async () => {
      clearInterval(timer);
      stopListening?.();
      await looking;
      await Promise.all([screens?.stop(), alerts?.stop()]);
      alerts = undefined;
      screens = undefined;
    },
  };
};
