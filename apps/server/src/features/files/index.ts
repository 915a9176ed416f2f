export { createFiles, type Files, type FilesDependencies } from './create-files.ts';
export type { FileRow } from './file-queries.ts';
export type { MayReadFile } from './files-routes.ts';
