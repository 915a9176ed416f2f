import type { RegisterId } from '@comitium/basics';
import type { Feature } from '../../platform/feature.ts';
import { type Follower, type RecordedEvent, startFollower } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { areaRoutes } from './area-routes.ts';
import { type BoundaryBook, createBoundaryBook } from './boundary-book.ts';
import { boundaryRoutes } from './boundary-routes.ts';
import { createRegisterBook, type RegisterBook } from './register-book.ts';
import { registerRoutes } from './register-routes.ts';
import type { TerritoryTools } from './territory-tools.ts';

/** What the composition root and the features above use of the territory. */
export interface Territory extends Feature {
  readonly registers: RegisterBook;
  /** Path of a level's shapes, null where none are loaded. */
  readonly boundaryUrl: BoundaryBook['boundaryUrl'];
}

export const createTerritory = (platform: Platform): Territory => {
  const registers = createRegisterBook(platform.db);
  const boundaries = createBoundaryBook(platform.db, registers);
  const tools: TerritoryTools = { platform, registers, boundaries };
  let follower: Follower | undefined;
  return {
    name: 'territory',
    routes: [...registerRoutes(tools), ...areaRoutes(tools), ...boundaryRoutes(tools)],
    registers,
    boundaryUrl: boundaries.boundaryUrl,
    start: async () => {
      follower = await followRegisters(tools);
    },
    stop: async () => {
      await follower?.stop();
      follower = undefined;
    },
  };
};

const prefix = 'register:';

/** Brings what other processes did to this one's memory. */
const followRegisters = ({ platform, registers, boundaries }: TerritoryTools): Promise<Follower> => {
  const apply = ({ stream, type }: RecordedEvent): void => {
    if (!stream.startsWith(prefix)) return;
    const id = stream.slice(prefix.length) as RegisterId;
    if (type === 'boundaries.imported') boundaries.forget(id);
    if (type === 'register.deleted') registers.forget(id);
  };
  return startFollower(platform.db, {
    name: 'territory books',
    stored: false,
    handle: (events) => {
      for (const event of events) apply(event);
    },
  });
};
