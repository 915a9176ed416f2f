import type { IrvAssertion } from './irv-assertions.ts';

/**
 * A few statements of which each list has at least one: again and again the one that serves most lists not served yet, of several
 * the cheapest. A statement is the same where it is the same object. Not always the fewest that there are, which would take too long to find.
 */
export const chooseFewest = (
  lists: readonly (readonly IrvAssertion[])[],
  costOf: (assertion: IrvAssertion) => number,
): IrvAssertion[] => {
  const uses = new Map<IrvAssertion, Use>();
  for (const [at, list] of lists.entries())
    for (const assertion of list) {
      const use = uses.get(assertion) ?? { assertion, cost: costOf(assertion), lists: [], left: 0 };
      uses.set(assertion, use);
      use.lists.push(at);
      use.left++;
    }
  const served = new Set<number>();
  const chosen: Use[] = [];
  while (served.size < lists.length) {
    const next = mostUseful(uses.values());
    chosen.push(next);
    for (const list of next.lists) {
      if (served.has(list)) continue;
      served.add(list);
      for (const assertion of lists[list]!) uses.get(assertion)!.left--;
    }
  }
  return chosen.sort((a, b) => b.cost - a.cost).map(({ assertion }) => assertion);
};

interface Use {
  readonly assertion: IrvAssertion;
  readonly cost: number;
  readonly lists: number[];
  /** How many of its lists are not served yet. */
  left: number;
}

const mostUseful = (uses: Iterable<Use>): Use => {
  let best: Use | null = null;
  for (const use of uses)
    if (best === null || use.left > best.left || (use.left === best.left && use.cost < best.cost)) best = use;
  if (best === null) throw new Error('lists without statements cannot be served');
  return best;
};
