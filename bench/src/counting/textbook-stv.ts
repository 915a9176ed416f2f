// Single transferable votes as a textbook writes them, on plain arrays and floating-point numbers.

type Orders = readonly (readonly number[])[];

interface Paper {
  readonly order: readonly number[];
  at: number;
  weight: number;
}

/** Weighted inclusive Gregory with values cut to five decimals: every paper is looked at in every round. */
export const textbookScottish = (choices: number, orders: Orders, seats: number): number[] => {
  const papers: Paper[] = orders.map((order) => ({ order, at: 0, weight: 1 }));
  const quota = Math.floor(orders.length / (seats + 1)) + 1;
  const done = new Set<number>();
  const elected: number[] = [];
  const surpluses: number[] = [];
  for (;;) {
    const votes = Array.from({ length: choices }, () => 0);
    for (const { order, at, weight } of papers) {
      const choice = order[at];
      if (choice !== undefined) votes[choice] = (votes[choice] ?? 0) + weight;
    }
    const left = votes.map((_, choice) => choice).filter((choice) => !done.has(choice));
    const reached = left.filter((choice) => (votes[choice] ?? 0) >= quota - 1e-9);
    reached.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0));
    for (const choice of reached) {
      elected.push(choice);
      done.add(choice);
      surpluses.push(choice);
    }
    const open = left.filter((choice) => !done.has(choice));
    if (elected.length >= seats) return elected.slice(0, seats);
    if (open.length <= seats - elected.length) return [...elected, ...open];
    surpluses.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0));
    const giver = surpluses.shift();
    if (giver !== undefined) {
      const share = ((votes[giver] ?? 0) - quota) / (votes[giver] ?? 1);
      passOn(papers, { from: giver, done, share });
      continue;
    }
    const last = open.reduce((least, one) => ((votes[one] ?? 0) < (votes[least] ?? 0) ? one : least));
    done.add(last);
    passOn(papers, { from: last, done, share: 1 });
  }
};

interface Passing {
  readonly from: number;
  readonly done: ReadonlySet<number>;
  readonly share: number;
}

const passOn = (papers: readonly Paper[], { from, done, share }: Passing): void => {
  for (const paper of papers) {
    if (paper.order[paper.at] !== from) continue;
    paper.weight = Math.floor(paper.weight * share * 1e5) / 1e5;
    while (paper.at < paper.order.length && done.has(paper.order[paper.at] ?? -1)) paper.at++;
  }
};

/** Meek: keep values by repetition until the surpluses are gone, then the last one out. */
export const textbookMeek = (choices: number, orders: Orders, seats: number): number[] => {
  const keep = Array.from({ length: choices }, () => 1);
  const elected = new Set<number>();
  for (;;) {
    const { votes, quota } = settleKeeps(orders, { keep, elected, seats });
    const hopeful = keep.flatMap((value, choice) => (value > 0 && !elected.has(choice) ? [choice] : []));
    if (elected.size >= seats) return [...elected];
    if (hopeful.length <= seats - elected.size) return [...elected, ...hopeful];
    const reached = hopeful.filter((choice) => (votes[choice] ?? 0) >= quota);
    if (reached.length > 0) {
      for (const choice of reached) elected.add(choice);
      continue;
    }
    const last = hopeful.reduce((least, one) => ((votes[one] ?? 0) < (votes[least] ?? 0) ? one : least));
    keep[last] = 0;
  }
};

interface Keeping {
  readonly keep: number[];
  readonly elected: ReadonlySet<number>;
  readonly seats: number;
}

const settleKeeps = (orders: Orders, { keep, elected, seats }: Keeping) => {
  for (;;) {
    const votes = keep.map(() => 0);
    let held = 0;
    for (const order of orders) {
      let weight = 1;
      for (const choice of order) {
        const part = weight * (keep[choice] ?? 0);
        votes[choice] = (votes[choice] ?? 0) + part;
        held += part;
        weight -= part;
        if (weight < 1e-12) break;
      }
    }
    const quota = held / (seats + 1);
    const surplus = [...elected].reduce((sum, choice) => sum + Math.max(0, (votes[choice] ?? 0) - quota), 0);
    if (surplus < 1e-6) return { votes, quota };
    for (const choice of elected) keep[choice] = ((keep[choice] ?? 0) * quota) / (votes[choice] ?? 1);
  }
};
