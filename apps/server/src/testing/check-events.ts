// For every file of database tests: each event that they append is as its feature declared it.
import { declaredEvents } from '../declared-events.ts';
import { checkAppendedEvents } from '../platform/ledger/index.ts';

checkAppendedEvents(declaredEvents);
