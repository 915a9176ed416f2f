import type { BatchAnswer, BatchLine } from '@comitium/contract';
import { type BatchUpload, sendBatch } from '@comitium/demo';
import { afterAll, expect, test } from 'vitest';
import { signIn } from '../api/api.ts';
import { expectExact, recount } from '../nation/expect-exact.ts';
import { loadNation } from '../nation/load-nation.ts';
import { electionCode, stationCodes } from '../nation/nation-shape.ts';
import { presidentSheets } from '../nation/president-sheets.ts';
import { administrator, openInstallation } from '../program/installation.ts';
import { getPostmaster } from '../program/postmaster.ts';

const shape = { regions: 6, districtsPerRegion: 10, stationsPerDistrict: 100 };
const sheets = [...presidentSheets(stationCodes(shape))];
const installation = await openInstallation();
afterAll(() => installation.close());
const first = await installation.start();
await loadNation(await signIn(first.url, administrator), shape);

type Answers = Map<string, BatchAnswer>;

/** Sends until everything is answered or the server is gone, which is told of after each answer. */
const upload = async (
  url: string,
  lines: readonly BatchLine[],
  { answered = () => undefined, ...more }: Partial<BatchUpload> & { answered?: (count: number) => void } = {},
): Promise<{ answers: Answers; complete: boolean }> => {
  const { token } = await signIn(url, administrator);
  const answers: Answers = new Map();
  for await (const answer of sendBatch({ url, token, election: electionCode, lines, ...more })) {
    if (!answer.ok) return { answers, complete: false };
    answers.set(answer.value.key ?? '', answer.value);
    answered(answers.size);
  }
  return { answers, complete: true };
};

const notAccepted = (answers: Answers): BatchAnswer[] =>
  [...answers.values()].filter(({ status, receipt }) => status !== 201 || receipt?.status !== 'accepted');

test('kill -9 in the middle of a batch loses nothing acknowledged, and the same keys complete it exactly', async () => {
  let server = first;
  const acknowledged: Answers = new Map();
  // First the server alone, so that its PostgreSQL runs on; then both at once, as when the power goes.
  for (const [answersBefore, withPostgres] of [
    [1500, false],
    [2500, true],
  ] as const) {
    const postgres = getPostmaster(installation.dataDir);
    const { answers, complete } = await upload(server.url, sheets, {
      retry: { attempts: 1 },
      answered: (count) => {
        if (count !== answersBefore) return;
        process.kill(server.program.pid, 'SIGKILL');
        if (withPostgres) process.kill(postgres.pid, 'SIGKILL');
      },
    });
    expect(complete).toBe(false);
    expect(await server.program.ended).toEqual({ code: null, signal: 'SIGKILL' });
    expect(notAccepted(answers)).toEqual([]);
    for (const [key, answer] of answers) {
      const before = acknowledged.get(key);
      if (before !== undefined) expect(answer).toEqual({ ...before, line: answer.line, replayed: true });
      else acknowledged.set(key, answer);
    }
    server = await installation.start({ PORT: String(first.port) });
    const stored = await recount(getPostmaster(installation.dataDir));
    expect(stored).toBeGreaterThanOrEqual(acknowledged.size);
    expect(stored).toBeLessThan(sheets.length);
  }

  const { answers, complete } = await upload(server.url, sheets);
  expect(complete).toBe(true);
  expect(notAccepted(answers)).toEqual([]);
  const lost = [...acknowledged].filter(([key, { receipt }]) => {
    const again = answers.get(key);
    return again?.replayed !== true || again.receipt?.sheetId !== receipt?.sheetId;
  });
  expect(lost).toEqual([]);
  const { connectionString } = getPostmaster(installation.dataDir);
  await expectExact({ url: server.url, connectionString }, sheets);
});
