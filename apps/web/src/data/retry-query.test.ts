import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from './problem-error.ts';
import { readProblem, unreachable } from './read-problem.ts';
import { isWorthRetrying, waitBeforeRetry } from './retry-query.ts';

const answered = async (status: number, retryAfter?: string): Promise<ProblemError> =>
  new ProblemError(
    await readProblem(
      new Response('{}', { status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } }),
    ),
  );

afterEach(() => vi.unstubAllGlobals());

describe('isWorthRetrying', () => {
  it('tries again, twice, what may pass by itself', async () => {
    const passing = [new ProblemError(unreachable()), new TypeError('network'), await answered(429)];
    for (const error of [...passing, await answered(503, '5'), await answered(429, '30')]) {
      expect(isWorthRetrying(0, error)).toBe(true);
      expect(isWorthRetrying(1, error)).toBe(true);
      expect(isWorthRetrying(2, error)).toBe(false);
    }
  });

  it('leaves a refusal as it is, and tells of a long wait at once', async () => {
    for (const status of [400, 401, 403, 404, 409, 422]) {
      expect(isWorthRetrying(0, await answered(status))).toBe(false);
    }
    expect(isWorthRetrying(0, await answered(429, '31'))).toBe(false);
    expect(isWorthRetrying(0, await answered(503, '600'))).toBe(false);
  });

  it('does not make a page wait that has no signal', () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(isWorthRetrying(0, new ProblemError(unreachable()))).toBe(false);
    vi.stubGlobal('navigator', { onLine: true });
    expect(isWorthRetrying(0, new ProblemError(unreachable()))).toBe(true);
  });

  it('is why a query whose connection breaks once has its answer all the same', async () => {
    const client = new QueryClient();
    let asked = 0;
    const answer = await client.fetchQuery({
      ...{ queryKey: ['broken once'], retry: isWorthRetrying, retryDelay: 0, networkMode: 'always' },
      queryFn: () => {
        asked += 1;
        return asked === 1 ? Promise.reject(new ProblemError(unreachable())) : Promise.resolve('there');
      },
    });
    expect([answer, asked]).toEqual(['there', 2]);
  });
});

describe('waitBeforeRetry', () => {
  it('waits as long as the server asks, otherwise longer each time', async () => {
    expect(waitBeforeRetry(0, await answered(429, '7'))).toBe(7_000);
    expect(waitBeforeRetry(1, await answered(503, '7'))).toBe(7_000);
    expect([0, 1].map((failures) => waitBeforeRetry(failures, new TypeError('network')))).toEqual([
      1_000, 2_000,
    ]);
  });
});
