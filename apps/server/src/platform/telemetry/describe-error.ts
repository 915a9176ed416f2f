/** An error as the log keeps it. What a driver adds besides, such as the row that was refused, may be personal. */
export const describeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  return { name, message, ...('code' in error ? { code: error.code } : {}), stack };
};
