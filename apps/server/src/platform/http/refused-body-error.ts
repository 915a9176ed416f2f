import type { Problem } from '@comitium/contract';

/** Thrown where the server's machinery takes no Result: the body cannot be read, and this is what to answer. */
export class RefusedBodyError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'RefusedBodyError';
    this.problem = problem;
  }
}
