/** The fields of a sheet for keys as they were sent, known or not. */
export const voteKeyFields = (keys: readonly string[]): string[] => keys.map((key) => `votes.${key}`);
