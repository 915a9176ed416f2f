// A batch that is cut off by kill -9, again and again, and then sent as a whole with the same keys.
import type { BatchAnswer, BatchLine } from '@comitium/contract';
import { type BatchUpload, sendBatch } from '@comitium/demo';
import { expect } from 'vitest';
import { signIn } from '../api/api.ts';
import { recount } from '../nation/expect-exact.ts';
import { administrator, type Installation, type RunningServer } from '../program/installation.ts';
import { getPostmaster } from '../program/postmaster.ts';

export interface Kill {
  /** After so many answers. */
  readonly after: number;
  /** Its PostgreSQL too, as when the power goes; else that one runs on. */
  readonly withPostgres: boolean;
}

export interface InterruptedUpload {
  readonly installation: Installation;
  readonly server: RunningServer;
  readonly election: string;
  readonly sheets: () => Iterable<BatchLine>;
  readonly sheetCount: number;
  readonly kills: readonly Kill[];
}

type Answers = Map<string, BatchAnswer>;

interface Uploading extends Partial<BatchUpload> {
  readonly answered?: (count: number) => void;
}

/** Sends until everything is answered or the server is gone. */
const upload = async (
  url: string,
  { election, sheets }: InterruptedUpload,
  { answered = () => undefined, ...more }: Uploading = {},
): Promise<{ answers: Answers; complete: boolean }> => {
  const { token } = await signIn(url, administrator);
  const answers: Answers = new Map();
  for await (const answer of sendBatch({ url, token, election, lines: sheets(), ...more })) {
    if (!answer.ok) return { answers, complete: false };
    answers.set(answer.value.key ?? '', answer.value);
    answered(answers.size);
  }
  return { answers, complete: true };
};

const refused = (answers: Answers): BatchAnswer[] =>
  [...answers.values()].filter(({ status, receipt }) => status !== 201 || receipt === undefined);

/** What was acknowledged before and is not answered as a repetition with the same receipt. */
const forgotten = (acknowledged: Answers, answers: Answers): string[] =>
  [...acknowledged].flatMap(([key, { receipt }]) => {
    const again = answers.get(key);
    if (again === undefined) return [];
    return again.replayed === true && again.receipt?.sheetId === receipt?.sheetId ? [] : [key];
  });

const interrupt = async (
  running: InterruptedUpload,
  server: RunningServer,
  { after, withPostgres }: Kill,
): Promise<Answers> => {
  const postgres = getPostmaster(running.installation.dataDir);
  const { answers, complete } = await upload(server.url, running, {
    retry: { attempts: 1 },
    answered: (count) => {
      if (count !== after) return;
      process.kill(server.program.pid, 'SIGKILL');
      if (withPostgres) process.kill(postgres.pid, 'SIGKILL');
    },
  });
  expect(complete).toBe(false);
  expect(await server.program.ended).toEqual({ code: null, signal: 'SIGKILL' });
  return answers;
};

/** Answers the server that took the whole in the end. */
export const uploadWithInterruptions = async (running: InterruptedUpload): Promise<RunningServer> => {
  const { installation, election, sheetCount } = running;
  let { server } = running;
  const acknowledged: Answers = new Map();
  for (const kill of running.kills) {
    const answers = await interrupt(running, server, kill);
    expect(refused(answers)).toEqual([]);
    expect(forgotten(acknowledged, answers)).toEqual([]);
    for (const [key, answer] of answers) acknowledged.set(key, answer);
    server = await installation.start();
    const stored = await recount({ dataDir: installation.dataDir, election });
    expect(stored).toBeGreaterThanOrEqual(acknowledged.size);
    expect(stored).toBeLessThan(sheetCount);
  }
  const { answers, complete } = await upload(server.url, running);
  expect(complete).toBe(true);
  expect(answers.size).toBe(sheetCount);
  expect(refused(answers)).toEqual([]);
  expect(forgotten(acknowledged, answers)).toEqual([]);
  return server;
};
