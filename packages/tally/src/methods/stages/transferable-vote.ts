/** What all counts of a single transferable vote have in common. */
export const transferableVote = {
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
} as const;
