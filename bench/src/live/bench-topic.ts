/** What the fan-out's clients watch. */
export const topic = 'bench:fan-out';
