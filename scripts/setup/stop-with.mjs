/** Ends the script with one clear sentence; for what the reader can mend, a stack would only hide it. */
export const stopWith = (sentence, code = 1) => {
  process.stderr.write(`comitium: ${sentence}\n`);
  process.exit(code);
};
