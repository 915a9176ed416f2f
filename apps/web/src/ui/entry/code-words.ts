import type { ProblemAnswer } from '../../data/problem-error.ts';

/** Which words tell what is wrong with a code: how many tries are left, or that it is of no more use. */
export const codeWords = (
  problem: ProblemAnswer | null,
): { readonly key: 'code.refused' | 'code.over'; readonly count: number } | null => {
  if (problem?.code !== 'code_refused') return null;
  const { triesLeft } = problem.body;
  const count = typeof triesLeft === 'number' ? triesLeft : 0;
  return { key: count > 0 ? 'code.refused' : 'code.over', count };
};
