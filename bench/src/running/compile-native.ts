import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary-folder.ts';

export type NativeTool = 'post-requests' | 'post-batch' | 'watch-topic' | 'bare-send';

const compiled = new Map<NativeTool, string>();

/** Compiles one of the tools in C; they are written in C so that measuring does not take the measured one's processor. */
export const compileNative = (tool: NativeTool): string => {
  const known = compiled.get(tool);
  if (known !== undefined) return known;
  const source = fileURLToPath(new URL(`../native/${tool}.c`, import.meta.url));
  const target = join(temporaryFolder(tool), tool);
  const made = spawnSync('cc', ['-O2', '-o', target, source], { encoding: 'utf8' });
  if (made.error !== undefined) throw new Error('there is no C compiler (cc) to build the load generator');
  if (made.status !== 0) throw new Error(`${tool}.c does not compile: ${made.stderr}`);
  compiled.set(tool, target);
  return target;
};
