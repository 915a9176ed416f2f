const graceMs = 1000;

/**
 * For a program that has said why it cannot begin: what is still open after that, such as the connection to a server
 * that waits for a password, keeps it alive no longer.
 */
export const endSoon = (code: number): void => {
  process.exitCode = code;
  setTimeout(() => process.exit(), graceMs).unref();
};
