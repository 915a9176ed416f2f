/** Who of some choices gets one of the first places, as far as the votes decide it. */
export interface Cut {
  /** Choices above the cut, most votes first, ballot order among equals. */
  readonly through: number[];
  /** Choices with equal votes that compete for the places left; null when the cut is clean. */
  readonly tie: { readonly choices: number[]; readonly places: number } | null;
}

/** The `places` choices with most votes. Equal votes at the cut are reported, never resolved. */
export const cut = (votes: readonly number[], choices: readonly number[], places: number): Cut => {
  const order = [...choices].sort((a, b) => votes[b]! - votes[a]! || a - b);
  if (order.length <= places) return { through: order, tie: null };
  const last = votes[order[places - 1] ?? -1];
  if (last === undefined || votes[order[places]!] !== last)
    return { through: order.slice(0, places), tie: null };
  const through = order.filter((choice) => votes[choice]! > last);
  const tied = order.filter((choice) => votes[choice] === last);
  return { through, tie: { choices: tied, places: places - through.length } };
};
