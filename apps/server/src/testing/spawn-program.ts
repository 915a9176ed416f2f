import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../main.ts');

export interface SpawnedProgram {
  /** Everything it has printed and logged so far. */
  output(): string;
  /** Answers the first match of what it prints. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<void>;
}

/** One role of the program as its own process; settings that this process was started with do not reach it. */
export const spawnProgram = (role: string, settings: Readonly<Record<string, string>>): SpawnedProgram => {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(COMITIUM_|VITEST|NODE_|DATABASE_URL|REDIS_URL|PORT|OTEL_|PG)/.test(name),
  );
  const child = spawn(process.execPath, [main, role], {
    // As in tests of one process, every event that is appended is checked.
    env: { ...Object.fromEntries(inherited), NODE_ENV: 'test', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  return {
    output: () => output,
    printed: async (pattern) => {
      for (;;) {
        const found = pattern.exec(output);
        if (found !== null) return found;
        if (child.exitCode !== null) throw new Error(`the program ended: ${output}`);
        await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit')]);
      }
    },
    stop: () => stop(child),
  };
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
};
