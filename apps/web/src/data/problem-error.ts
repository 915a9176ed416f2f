import type { FieldError } from '@comitium/contract';

/** The body of an error answer, with the code's own members beside the standard ones. */
export interface ProblemAnswer {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | null;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A problem thrown where a query function must throw; pages show it with its request id. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemAnswer;

  constructor(problem: ProblemAnswer) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}
