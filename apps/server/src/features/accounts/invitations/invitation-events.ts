import { ledgerOrigin, type Origin } from '../../../platform/access/origin.ts';
import type { EventBody, LedgerEvent } from '../../../platform/ledger/index.ts';
import type { InvitationEventType } from '../right-events.ts';

/** An event on an invitation's stream: ids only, never a name, a number or an address. */
export const invitationEvent = (
  id: string,
  origin: Origin,
  event: EventBody<InvitationEventType>,
): LedgerEvent => ({ stream: `invitation:${id}`, version: 1, ...ledgerOrigin(origin), ...event });
