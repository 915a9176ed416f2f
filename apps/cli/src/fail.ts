/** Ends the command with one sentence on standard error. */
export const fail = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
};
