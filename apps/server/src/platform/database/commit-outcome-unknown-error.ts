/** The connection ended while COMMIT was under way: the transaction may or may not have been saved. */
export class CommitOutcomeUnknownError extends Error {
  override readonly name = 'CommitOutcomeUnknownError';
  constructor(cause: unknown) {
    super('the connection was lost during commit; whether the transaction was saved is unknown', { cause });
  }
}
