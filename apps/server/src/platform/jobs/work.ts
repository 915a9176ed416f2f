/** Long work that people can watch and cancel: an import, a recount, an export. */
export interface Work {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled';
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
  readonly note: string | null;
  readonly error: string | null;
  readonly startedBy: string | null;
  readonly cancelRequested: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

export interface WorkProgress {
  readonly done: number;
  readonly total?: number;
  readonly note?: string;
}

/** Thrown inside the work when somebody asked to cancel it. */
export class WorkCancelledError extends Error {
  override readonly name = 'WorkCancelledError';
  constructor() {
    super('the work was cancelled on request');
  }
}
