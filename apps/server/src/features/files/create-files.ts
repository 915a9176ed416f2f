import type { Feature } from '../../platform/feature.ts';
import { type FileRoom, openFileRoom } from '../../platform/files/open-file-room.ts';
import type { Platform } from '../../platform/platform.ts';
import { type FileRow, listFiles } from './file-queries.ts';
import { filesRoutes, type MayReadFile } from './files-routes.ts';

export interface Files extends Feature {
  /** Those of the ids that exist, in no order; `uploadedBy` tells whose they are. */
  listFiles(ids: readonly string[]): Promise<FileRow[]>;
}

export interface FilesDependencies {
  readonly mayReadFile: MayReadFile;
}

export const createFiles = (platform: Platform, { mayReadFile }: FilesDependencies): Files => {
  let opened: Promise<FileRoom> | undefined;
  const room = (): Promise<FileRoom> => {
    opened ??= openFileRoom(platform.config);
    return opened;
  };
  return {
    name: 'files',
    routes: filesRoutes({ platform, room, mayReadFile }),
    start: async () => (await room()).sweep(platform.clock.now().getTime()),
    listFiles: (ids) => listFiles(platform.db.kysely, ids),
  };
};
