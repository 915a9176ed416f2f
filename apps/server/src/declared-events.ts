// Every event of every feature, for the page that prints them and for the tests that check them.
import { accountEvents, rightEvents } from './features/accounts/index.ts';
import { auditEvents } from './features/audit/index.ts';
import { electionEvents } from './features/elections/index.ts';
import { fileEvents } from './features/files/index.ts';
import { messageEvents } from './features/messages/index.ts';
import { resultEvents } from './features/results/index.ts';
import { territoryEvents } from './features/territory/index.ts';
import type { DeclaredEvents } from './platform/ledger/index.ts';

export const declaredEvents: DeclaredEvents = {
  ...accountEvents,
  ...rightEvents,
  ...messageEvents,
  ...territoryEvents,
  ...electionEvents,
  ...fileEvents,
  ...resultEvents,
  ...auditEvents,
};
