// The methods as a textbook writes them, on plain arrays: peers for benchmarks, of the same answer and no report.

type Orders = readonly (readonly number[])[];

/** Instant run-off: in every round each ballot is looked through for its first choice that is left. Ties fall to the later. */
export const textbookIrv = (choices: number, orders: Orders): number | undefined => {
  const out = new Set<number>();
  for (;;) {
    const votes = new Map<number, number>();
    for (let choice = 0; choice < choices; choice++) if (!out.has(choice)) votes.set(choice, 0);
    let total = 0;
    for (const order of orders) {
      const first = order.find((choice) => !out.has(choice));
      if (first === undefined) continue;
      votes.set(first, (votes.get(first) ?? 0) + 1);
      total++;
    }
    const ranking = [...votes].sort((a, b) => b[1] - a[1]);
    const best = ranking[0];
    if (best === undefined || 2 * best[1] > total || ranking.length === 1) return best?.[0];
    const last = ranking.at(-1);
    if (last !== undefined) out.add(last[0]);
  }
};

/** Schulze with winning votes on full ballots: a table of tables, then the three loops. */
export const textbookSchulze = (choices: number, orders: Orders): number[] => {
  const table = () => Array.from({ length: choices }, () => Array.from({ length: choices }, () => 0));
  const duels = table();
  for (const order of orders) {
    for (const [i, above] of order.entries()) {
      const row = duels[above] ?? [];
      for (let j = i + 1; j < order.length; j++) {
        const below = order[j] ?? 0;
        row[below] = (row[below] ?? 0) + 1;
      }
    }
  }
  const at = (from: number[][], a: number, b: number): number => from[a]?.[b] ?? 0;
  const paths = duels.map((row, a) => row.map((votes, b) => (votes > at(duels, b, a) ? votes : 0)));
  for (let via = 0; via < choices; via++)
    for (let a = 0; a < choices; a++)
      for (let b = 0; b < choices; b++) {
        const through = Math.min(at(paths, a, via), at(paths, via, b));
        const row = paths[a];
        if (row !== undefined && a !== b && through > at(paths, a, b)) row[b] = through;
      }
  const all = Array.from({ length: choices }, (_, choice) => choice);
  return all.filter((a) => all.every((b) => at(paths, a, b) >= at(paths, b, a)));
};
