import './made-up-events.ts';
import type { LedgerOrigin } from '../ledger-event.ts';

/** Of events whose origin a test does not look at. */
export const noOrigin: LedgerOrigin = {
  actor: null,
  onBehalfOf: null,
  device: null,
  requestId: null,
  reason: null,
};
