// A program in its own process, as an operator would run it, and as npm start does: it ends when its parent is gone, so that
// a run of tests that is killed leaves no servers.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { programEnvironment } from './program-environment.ts';
import { nodeBinary, repositoryRoot } from './repository.ts';

export interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface SpawnedProgram {
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<ProgramEnd>;
  /** Resolves with the first match in what is printed on standard output; rejects when the program ends before it. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Answers how it ended; a program that has ended already is left alone. */
  kill(signal: NodeJS.Signals): Promise<ProgramEnd>;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const endWithParent = join(repositoryRoot, 'scripts/setup/end-with-parent.mjs');

export const spawnProgram = (
  program: readonly string[],
  settings: Readonly<Record<string, string>>,
): SpawnedProgram => {
  const child = spawn(nodeBinary, ['--import', endWithParent, ...program], {
    cwd: repositoryRoot,
    env: programEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  }) as Child;
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
  const ended = new Promise<ProgramEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${nodeBinary} could not be run`);
  return {
    pid,
    stdout: () => text.stdout,
    stderr: () => text.stderr,
    ended,
    printed: (pattern) => waitForText(child, { pattern, ended, text: () => text }),
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};

interface Waiting {
  readonly pattern: RegExp;
  readonly ended: Promise<ProgramEnd>;
  readonly text: () => { readonly stdout: string; readonly stderr: string };
}

const waitForText = (child: Child, { pattern, ended, text }: Waiting): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      const found = pattern.exec(text().stdout);
      if (found !== null) resolve(found);
    };
    child.stdout.on('data', look);
    look();
    ended.then(({ code, signal }) => {
      reject(
        new Error(
          `ended with ${code ?? signal} before printing ${pattern}\n${text().stdout}${text().stderr}`,
        ),
      );
    }, reject);
  });

/** Runs a program to its end. */
export const runProgram = async (
  program: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<ProgramEnd & { readonly stdout: string; readonly stderr: string }> => {
  const running = spawnProgram(program, settings);
  const end = await running.ended;
  return { ...end, stdout: running.stdout(), stderr: running.stderr() };
};
