import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** The Node that npm installed for the project: the one that runs its TypeScript directly. */
export const nodeBinary = `${repositoryRoot}node_modules/node/bin/node`;
export const serverProgram = `${repositoryRoot}apps/server/src/main.ts`;
export const commandLineProgram = `${repositoryRoot}apps/cli/src/main.ts`;
