import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type NativeTool = 'post-requests' | 'watch-topic' | 'bare-send';

/** Compiles one of the tools in C; they are written in C so that measuring does not take the measured one's processor. */
export const compileNative = (tool: NativeTool): string => {
  const folder = join(tmpdir(), `comitium-bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const source = fileURLToPath(new URL(`../native/${tool}.c`, import.meta.url));
  const target = join(folder, tool);
  const made = spawnSync('cc', ['-O2', '-o', target, source], { encoding: 'utf8' });
  if (made.error !== undefined) throw new Error('there is no C compiler (cc) to build the load generator');
  if (made.status !== 0) throw new Error(`${tool}.c does not compile: ${made.stderr}`);
  return target;
};
