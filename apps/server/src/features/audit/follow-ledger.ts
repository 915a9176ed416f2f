// Reads what happened into the explorer's list, and looks for what is odd in it, exactly once each.
import { type Follower, startFollower } from '../../platform/ledger/index.ts';
import { findBulkExports, findNightRights } from './alerts/detect-in-events.ts';
import { raiseAlert } from './alerts/raise-alert.ts';
import type { AuditTools } from './audit-tools.ts';
import { electionOf, projectEvents } from './entries/project-events.ts';

/** Every step costs a transaction whatever its size, and people read this list with their eyes. */
const restMs = 1_000;
const batch = 2_000;

export const followLedger = (tools: AuditTools): Promise<Follower> =>
  startFollower(tools.platform.db, {
    name: 'audit',
    stored: true,
    batch,
    restMs,
    handle: async (events, tx) => {
      const { config } = tools.platform;
      await projectEvents(tx, events);
      const found = [...findNightRights(config, events), ...(await findBulkExports(config, tx, events))];
      for (const alert of found) await raiseAlert(tools, tx, alert);
    },
  });

/** Every process tells its own screens, once whichever process it was has written the list that they show. */
export const followScreens = ({ platform, hub }: AuditTools, list: Follower): Promise<Follower> =>
  startFollower(platform.db, {
    name: 'audit screens',
    stored: false,
    restMs,
    handle: async (events) => {
      await list.caughtUp();
      const elections = new Set(events.map(electionOf));
      hub.touch(({ name, params }) => {
        if (name === 'audit') return true;
        return name === 'election-audit' && elections.has((params as { electionId: string }).electionId);
      });
    },
  });
