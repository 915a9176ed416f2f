/** Words on standard error, at most once a second: what is over at once says nothing. */
export const createProgress = (write: (line: string) => void): ((words: () => string) => void) => {
  let toldAt = performance.now();
  return (words) => {
    if (performance.now() - toldAt < 1000) return;
    toldAt = performance.now();
    write(`${words()}\n`);
  };
};
