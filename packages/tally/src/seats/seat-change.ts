/** Seats now − seats before, for every party that has or had any. */
export const seatChange = <Party>(
  now: ReadonlyMap<Party, number>,
  before: ReadonlyMap<Party, number>,
): Map<Party, number> => {
  const change = new Map<Party, number>();
  for (const party of new Set([...now.keys(), ...before.keys()])) {
    change.set(party, (now.get(party) ?? 0) - (before.get(party) ?? 0));
  }
  return change;
};
