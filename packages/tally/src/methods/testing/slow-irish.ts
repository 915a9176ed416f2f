// Irish counting the obvious way: piles of single papers, the last filed on top; ties by the earliest count, then the order of the
// ballot paper as T02 reads it.
import type { Ballots } from '../../ballots/ballots.ts';

/** Elected in order, and the votes at every count. `mixed` holds one paper a group, in the order of sorting, without spoiled ranks. */
export const countIrishSlowly = (
  mixed: Ballots,
  rule: SlowRule,
): { readonly elected: number[]; readonly counts: number[][] } => {
  const count = new SlowIrish(mixed, rule);
  while (!count.plays());
  return count;
};

interface SlowRule {
  readonly seats: number;
  readonly expenses: boolean;
  readonly defer: boolean;
}

type Paper = readonly number[];

class SlowIrish {
  readonly elected: number[] = [];
  readonly counts: number[][] = [];
  readonly #seats: number;
  readonly #rule: SlowRule;
  /** Per choice the count that elected it. */
  readonly #since = new Map<number, number>();
  /** Per choice its sub-parcels, the last received last. */
  readonly #piles: Paper[][][];
  readonly #votes: number[];
  readonly #hopeful: Set<number>;
  readonly #quota: number;

  constructor({ choices, groups, starts, marks }: Ballots, rule: SlowRule) {
    this.#seats = rule.seats;
    this.#rule = rule;
    this.#hopeful = new Set(choices.keys());
    const papers = Array.from(
      { length: groups },
      (_, g): Paper => [...marks.slice(starts[g], starts[g + 1])],
    );
    this.#piles = choices.map((_, choice) => [papers.filter((paper) => paper[0] === choice)]);
    this.#votes = this.#piles.map((pile) => pile[0]!.length);
    const valid = papers.filter((paper) => paper.length > 0).length;
    this.#quota = Math.floor(valid / (rule.seats + 1)) + 1;
  }

  /** One count; true at the end. */
  plays(): boolean {
    this.counts.push([...this.#votes]);
    for (const choice of this.#ordered().reverse())
      if (this.#votes[choice]! >= this.#quota) {
        this.#hopeful.delete(choice);
        this.elected.push(choice);
        this.#since.set(choice, this.counts.length);
      }
    const over = this.#fills(true);
    const rich = this.elected.filter((choice) => this.#votes[choice]! > this.#quota);
    if (rich.length > 0 && (over ? this.#pays() : !this.#rule.defer || this.#matters())) {
      const most = Math.max(...rich.map((choice) => this.#votes[choice]!));
      const oldest = rich
        .filter((choice) => this.#votes[choice] === most)
        .sort((a, b) => this.#since.get(a)! - this.#since.get(b)!);
      const [eldest = 0] = oldest;
      this.#transfer(
        this.#byEarliest(oldest.filter((choice) => this.#since.get(choice) === this.#since.get(eldest)))[0]!,
      );
      return false;
    }
    if (over) return true;
    const out = this.#lowest();
    for (const choice of out) this.#hopeful.delete(choice);
    if (this.#fills(false)) return true;
    const moving = out.flatMap((choice) => this.#piles[choice]!.flat());
    for (const choice of out) this.#votes[choice] = 0;
    for (const choice of this.#hopeful)
      this.#file(
        choice,
        moving.filter((paper) => this.#next(paper) === choice),
      );
    return false;
  }

  /** Fewest votes first; among equals the later on the ballot paper first. */
  #ordered(): number[] {
    return [...this.#hopeful].sort((a, b) => this.#votes[a]! - this.#votes[b]! || b - a);
  }

  #next(paper: Paper): number | undefined {
    return paper.find((choice) => this.#hopeful.has(choice));
  }

  #file(choice: number, papers: Paper[]): void {
    if (papers.length === 0) return;
    this.#piles[choice]!.push(papers);
    this.#votes[choice] = this.#votes[choice]! + papers.length;
  }

  #surplus(): number {
    return this.elected.reduce((sum, choice) => sum + Math.max(0, this.#votes[choice]! - this.#quota), 0);
  }

  #byEarliest(tied: readonly number[]): number[] {
    const compare = (a: number, b: number): number => {
      const point = this.counts.find((votes) => votes[a] !== votes[b]);
      return point === undefined ? a - b : point[b]! - point[a]!;
    };
    return [...tied].sort(compare);
  }

  #fills(atEnd: boolean): boolean {
    const places = this.#seats - this.elected.length;
    const order = this.#ordered().reverse();
    if (places === 0) return true;
    const [top, rest] = [order.slice(0, places), order.slice(places)];
    const against = rest.reduce((sum, choice) => sum + this.#votes[choice]!, this.#surplus());
    const safe = atEnd && (places === 1 || rest.length === 1) && this.#votes[top.at(-1)!]! > against;
    if (rest.length > 0 && !safe) return false;
    this.elected.push(...top);
    for (const choice of top) this.#hopeful.delete(choice);
    return true;
  }

  #quarter(votes: number): boolean {
    return votes > this.#quota / 4;
  }

  /** Somebody who is not elected could come above a quarter by the surpluses alone. */
  #pays(): boolean {
    const hopes = [...this.#hopeful].map((choice) => this.#votes[choice]!);
    return (
      this.#rule.expenses &&
      hopes.some((votes) => !this.#quarter(votes) && this.#quarter(votes + this.#surplus()))
    );
  }

  #matters(): boolean {
    const [lowest, second] = this.#ordered().map((choice) => this.#votes[choice]!);
    const highest = Math.max(...[...this.#hopeful].map((choice) => this.#votes[choice]!));
    const surplus = this.#surplus();
    const pays = this.#rule.expenses && !this.#quarter(lowest!) && this.#quarter(lowest! + surplus);
    return highest + surplus >= this.#quota || lowest! + surplus >= second! || pays;
  }

  #lowest(): number[] {
    const order = this.#ordered();
    const votes = order.map((choice) => this.#votes[choice]!);
    const below = (i: number): number => votes.slice(0, i).reduce((a, b) => a + b, this.#surplus());
    const rescued = (i: number): boolean =>
      this.#rule.expenses && i > 0 && !this.#quarter(votes[i]!) && this.#quarter(votes[i]! + below(i));
    for (let size = order.length - (this.#seats - this.elected.length); size > 1; size--) {
      const everyone = Array.from({ length: size }, (_, i) => i);
      if (below(size) < votes[size]! && !everyone.some(rescued)) return order.slice(0, size);
    }
    const fewest = order.filter((choice) => this.#votes[choice] === votes[0]);
    return [this.#byEarliest(fewest).at(-1)!];
  }

  #transfer(from: number): void {
    const last = this.#piles[from]!.at(-1)!;
    const surplus = this.#votes[from]! - this.#quota;
    const parcels = [...this.#hopeful]
      .map((to) => ({ to, papers: last.filter((paper) => this.#next(paper) === to) }))
      .filter(({ papers }) => papers.length > 0);
    const total = parcels.reduce((sum, { papers }) => sum + papers.length, 0);
    const part = (papers: Paper[]): number => (papers.length * surplus) / total;
    const shares = parcels.map(({ papers }) =>
      total <= surplus ? papers.length : Math.floor(part(papers) + 1e-9),
    );
    const wanting = Math.min(surplus, total) - shares.reduce((a, b) => a + b, 0);
    const rest = (i: number): number => part(parcels[i]!.papers) - shares[i]!;
    const best = this.#byEarliest(parcels.map(({ to }) => to)).map((to) =>
      parcels.findIndex((parcel) => parcel.to === to),
    );
    best.sort((i, j) => {
      const difference = rest(j) - rest(i);
      return Math.abs(difference) > 1e-9 ? difference : parcels[j]!.papers.length - parcels[i]!.papers.length;
    });
    for (const i of best.slice(0, wanting)) shares[i] = shares[i]! + 1;
    for (const [i, { to, papers }] of parcels.entries())
      this.#file(to, papers.slice(papers.length - shares[i]!));
    this.#votes[from] = this.#quota;
  }
}
