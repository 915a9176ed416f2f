import { spawnSync } from 'node:child_process';

/** Whether a program can be run here. */
export const hasProgram = (name: string): boolean =>
  spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
