import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface PostgresOwner {
  readonly connectionString: string;
  /** Ends the owner without any chance to clean up; its PostgreSQL runs on. */
  kill(): Promise<void>;
  /** Ends it as a fault would: at once, without having stopped anything. */
  fail(): Promise<void>;
}

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
};

export const spawnPostgresOwner = async (dataDir: string): Promise<PostgresOwner> => {
  const program = join(import.meta.dirname, 'start-postgres-forever.ts');
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    connectionString: line.toString().trim(),
    kill: () => end(child, 'SIGKILL'),
    fail: () => end(child, 'SIGTERM'),
  };
};
