import { err, type RegisterId, type Result } from '@comitium/basics';
import type { ImportReport, Problem } from '@comitium/contract';
import type { Origin } from '../../platform/access/origin.ts';
import type { Feature } from '../../platform/feature.ts';
import { type Follower, type RecordedEvent, startFollower } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { areaRoutes } from './area-routes.ts';
import { type BoundaryBook, createBoundaryBook } from './boundary-book.ts';
import { boundaryImportRoutes } from './boundary-import-routes.ts';
import { createBoundaryImports } from './boundary-imports.ts';
import { boundaryRoutes } from './boundary-routes.ts';
import { importBoundaries, type ShapesOfLevel } from './import-boundaries.ts';
import { type ImportedRegister, importRegister } from './import-register.ts';
import { listShapes } from './list-shapes.ts';
import { readRegisterJson } from './read-register-json.ts';
import { refusedImport } from './refused-import.ts';
import { createRegisterBook, type RegisterBook } from './register-book.ts';
import { registerRoutes } from './register-routes.ts';
import type { TerritoryTools } from './territory-tools.ts';

/** What the composition root and the features above use of the territory. */
export interface Territory extends Feature {
  readonly registers: RegisterBook;
  /** Path of a level's shapes, null where none are loaded. */
  readonly boundaryUrl: BoundaryBook['boundaryUrl'];
  /** The shapes of a level as GeoJSON features by area code, null where none are loaded. */
  listShapes(id: RegisterId, level: number): ReturnType<typeof listShapes>;
  /** The body of the JSON import, for the operator's own programs. */
  importRegister(body: unknown, origin: Origin): Promise<Result<ImportedRegister, Problem>>;
  importBoundaries(request: ShapesOfLevel, origin: Origin): Promise<Result<ImportReport, Problem>>;
}

export const createTerritory = (platform: Platform): Territory => {
  const registers = createRegisterBook(platform.db);
  const boundaries = createBoundaryBook(platform.db, registers);
  const tools: TerritoryTools = { platform, registers, boundaries };
  const imports = createBoundaryImports(platform, boundaries.forget);
  let follower: Follower | undefined;
  return {
    name: 'territory',
    routes: [
      ...registerRoutes(tools),
      ...areaRoutes(tools),
      ...boundaryRoutes(tools),
      ...boundaryImportRoutes(tools, imports),
    ],
    registers,
    boundaryUrl: boundaries.boundaryUrl,
    listShapes: (id, level) => listShapes(platform.db, id, level),
    importRegister: async (body, origin) => {
      const source = readRegisterJson(body);
      return source.ok ? importRegister(platform, source.value, origin) : err(refusedImport(source.error));
    },
    importBoundaries: async (request, origin) => {
      const report = await importBoundaries(platform, request, origin);
      if (report.ok) boundaries.forget(request.register.id);
      return report;
    },
    start: async () => {
      follower = await followRegisters(tools);
    },
    stop: async () => {
      await imports.stop();
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
