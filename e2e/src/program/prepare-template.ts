// Runs once before all stories and faults: a data folder with its database, migrated, and its administrator.
import type { TestProject } from 'vitest/node';
import {
  administrator,
  createDataFolder,
  removeDataFolder,
  removeLeftovers,
  testSettings,
} from './installation.ts';
import { commandLineProgram } from './repository.ts';
import { runProgram } from './spawned-program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Copied for each installation: initialising a database takes longer than copying one. */
    templateFolder: string;
  }
}

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await removeLeftovers();
  const folder = createDataFolder();
  const { email, password } = administrator;
  const command = [commandLineProgram, 'user', 'create', '--email', email, '--admin'];
  const { code, stderr } = await runProgram(command, { ...testSettings(folder), USER_PASSWORD: password });
  if (code !== 0) throw new Error(`the administrator could not be created: ${stderr}`);
  project.provide('templateFolder', folder);
  return () => removeDataFolder(folder);
};
