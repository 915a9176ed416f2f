// Looks for what is odd in what happened, exactly once each, and tells the screens of the audit.
import { electionOf, type Follower, startFollower } from '../../platform/ledger/index.ts';
import { findBulkExports, findNightRights } from './alerts/detect-in-events.ts';
import { raiseAlert } from './alerts/raise-alert.ts';
import type { AuditTools } from './audit-tools.ts';

/** Every step costs a transaction whatever its size, and alerts are read by people. */
const restMs = 250;
const batch = 2_000;

export const followLedger = (tools: AuditTools): Promise<Follower> =>
  startFollower(tools.platform.db, {
    name: 'audit',
    stored: true,
    batch,
    restMs,
    handle: async (events, tx) => {
      const { config } = tools.platform;
      const found = [...findNightRights(config, events), ...(await findBulkExports(config, tx, events))];
      for (const alert of found) await raiseAlert(tools, tx, alert);
    },
  });

/** Every process tells its own screens. */
export const followScreens = ({ platform, hub }: AuditTools): Promise<Follower> =>
  startFollower(platform.db, {
    name: 'audit screens',
    stored: false,
    restMs,
    handle: (events) => {
      const elections = new Set(events.map(electionOf));
      hub.touch(({ name, params }) => {
        if (name === 'audit') return true;
        return name === 'election-audit' && elections.has((params as { electionId: string }).electionId);
      });
    },
  });
