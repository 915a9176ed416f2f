// Brings what other processes did to this one's memory: changed rights and ended sessions.
import type { UserId } from '@comitium/basics';
import { type Follower, type RecordedEvent, startFollower } from '../../platform/ledger/index.ts';
import type { AccountsTools } from './accounts-tools.ts';

const streamPrefix = 'person:';
const rightsEvents: ReadonlySet<string> = new Set([
  'grant.given',
  'grant.revoked',
  'person.disabled',
  'person.erased',
  'person.edited',
]);

const apply = ({ rights, endedSessions }: AccountsTools, event: RecordedEvent): void => {
  if (!event.stream.startsWith(streamPrefix)) return;
  const personId = event.stream.slice(streamPrefix.length) as UserId;
  if (rightsEvents.has(event.type)) rights.forget(personId);
  const session = event.type === 'session.ended' ? event.payload['session'] : undefined;
  if (typeof session === 'string') endedSessions.add(session, personId);
};

export const followAccess = (tools: AccountsTools): Promise<Follower> =>
  startFollower(tools.platform.db, {
    name: 'accounts access',
    stored: false,
    handle: (events) => {
      for (const event of events) apply(tools, event);
    },
  });
