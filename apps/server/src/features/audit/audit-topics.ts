import { type ElectionId, err, ok, type UserId } from '@comitium/basics';
import type { JsonObject } from '@comitium/contract';
import { allows } from '../../platform/access/allows.ts';
import type { TopicDefinition } from '../../platform/live/index.ts';
import type { AuditReach } from './audit-reach.ts';
import type { AuditTools } from './audit-tools.ts';
import { answerOf, listEntries } from './entries/entry-queries.ts';

const shown = 50;

/** The newest entries, by id; members that are null are left out, as the feed wants it. */
const newest = async ({ platform }: AuditTools, reach: AuditReach): Promise<JsonObject> => {
  const rows = await listEntries(platform.db.kysely, { filter: {}, reach, before: null }, shown);
  return { entries: rows.map((row) => ({ ...answerOf(row) })) };
};

const openAlerts = async ({ platform }: AuditTools): Promise<number> => {
  const { open } = await platform.db.kysely
    .selectFrom('audit_alert')
    .leftJoin('audit_acknowledgement', 'alert_id', 'id')
    .where('alert_id', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow();
  return open;
};

/** All that happens, and how many alerts are open. */
export const auditTopic = (tools: AuditTools): TopicDefinition<null> => ({
  name: 'audit',
  pattern: 'audit',
  access: { kind: 'restricted', rule: 'audit.read on the platform' },
  rateHz: 1,
  parse: (topic) =>
    topic === 'audit' ? ok(null) : err({ code: 'topic_not_found', message: 'The topic is called audit' }),
  mayWatch: async (viewer) => {
    if (viewer.kind !== 'user') return false;
    const caller = await tools.callerOfPerson(viewer.id as UserId);
    return allows(caller, 'audit.read', {}, tools.platform.clock.now());
  },
  snapshot: async () => ({ ...(await newest(tools, 'everything')), openAlerts: await openAlerts(tools) }),
});

/** What happens in one election. */
export const electionAuditTopic = (tools: AuditTools): TopicDefinition<{ electionId: ElectionId }> => ({
  name: 'election-audit',
  pattern: 'election-audit:<election>',
  access: { kind: 'restricted', rule: 'audit.read in the election' },
  rateHz: 1,
  parse: async (topic) => {
    const code = topic.split(':')[1] ?? '';
    const election = await tools.elections.find(code);
    if (election !== null) return ok({ electionId: election.id });
    return err({ code: 'election_not_found', message: `There is no election ${code}` });
  },
  mayWatch: async (viewer, { electionId }) => {
    if (viewer.kind !== 'user') return false;
    const caller = await tools.callerOfPerson(viewer.id as UserId);
    return allows(caller, 'audit.read', { electionId }, tools.platform.clock.now());
  },
  snapshot: ({ electionId }) => newest(tools, [electionId]),
});
