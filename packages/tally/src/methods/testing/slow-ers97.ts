// ERS97 the obvious way: every paper by itself, totals counted anew, hundredths in whole numbers; ties by the earliest point, then the
// order of the ballot paper as T02 reads it.
import type { LooseBallots } from '../../ballots/testing/arbitrary-ballots.ts';

interface Paper {
  readonly prefers: readonly number[];
  value: number;
  at: number | null;
  /** The transfer that brought it. */
  batch: number;
}

/** Elected in order, and the votes after every batch, in hundredths. */
export const countErs97Slowly = (
  loose: LooseBallots,
  seats: number,
): { readonly elected: number[]; readonly points: number[][] } => {
  const count = new SlowErs97(loose, seats);
  while (!count.plays());
  return count;
};

class SlowErs97 {
  readonly elected: number[] = [];
  readonly points: number[][] = [];
  readonly #seats: number;
  readonly #all: number[];
  readonly #papers: Paper[];
  readonly #valid: number;
  readonly #hopeful: Set<number>;
  readonly #kept = new Map<number, number>();
  #quota: number;
  #lost = 0;
  #batches = 0;
  #waiting: Paper[] = [];

  constructor({ choices, ballots }: LooseBallots, seats: number) {
    this.#seats = seats;
    this.#all = Array.from({ length: choices }, (_, choice) => choice);
    this.#hopeful = new Set(this.#all);
    this.#papers = ballots.flatMap(({ ranks, weight }): Paper[] => {
      const prefers = ranks.flat().filter((choice) => typeof choice === 'number');
      return Array.from({ length: weight }, () => ({
        prefers,
        value: 100,
        at: prefers[0] ?? null,
        batch: 0,
      }));
    });
    this.#valid = 100 * this.#papers.filter(({ at }) => at !== null).length;
    this.#quota = Math.ceil(this.#valid / (seats + 1));
  }

  /** One batch; true at the end. */
  plays(): boolean {
    this.points.push(this.#all.map((choice) => this.#votesOf(choice)));
    this.#deem();
    if (this.#finishes()) return true;
    if (this.#waiting.length > 0) {
      this.#moveBatch();
      return false;
    }
    const [lowest = 0, second = 0] = this.#figures().sort((a, b) => a - b);
    const safe = this.#lowestSet();
    if (this.#surpluses() > second - lowest && safe.length === 0) {
      this.#moveSurplus();
      return false;
    }
    const out = [...safe];
    const [least = 0, ...above] = [...this.#hopeful]
      .filter((choice) => !safe.includes(choice))
      .map((choice) => this.#votesOf(choice))
      .sort((a, b) => a - b);
    const nothing = this.#surpluses() === 0 && safe.every((choice) => this.#votesOf(choice) === 0);
    if (safe.length === 0 || (nothing && above.length >= this.#seats - this.elected.length)) {
      const tied = [...this.#hopeful].filter(
        (choice) => !safe.includes(choice) && this.#votesOf(choice) === least,
      );
      out.push(this.#byEarliest(tied).at(-1)!);
    }
    for (const choice of out) this.#hopeful.delete(choice);
    if (this.#finishes()) return true;
    this.#waiting = this.#papers.filter(({ at }) => at !== null && out.includes(at));
    if (this.#waiting.length > 0) this.#moveBatch();
    return false;
  }

  #votesOf(choice: number): number {
    const sum = this.#papers.reduce((total, { at, value }) => total + (at === choice ? value : 0), 0);
    return this.#kept.get(choice) ?? sum;
  }

  #figures(): number[] {
    return [...this.#hopeful].map((choice) => this.#votesOf(choice));
  }

  #surplusOf(choice: number): number {
    return Math.max(0, this.#votesOf(choice) - this.#quota);
  }

  #surpluses(): number {
    return this.elected.reduce((sum, choice) => sum + this.#surplusOf(choice), 0);
  }

  /** How two compare at the earliest point at which they differed. */
  #earliest(a: number, b: number): number {
    const point = this.points.slice(0, -1).find((votes) => votes[a] !== votes[b]);
    return point === undefined ? 0 : point[b]! - point[a]!;
  }

  #byEarliest(tied: readonly number[]): number[] {
    return [...tied].sort((a, b) => this.#earliest(a, b) || a - b);
  }

  #reaches(choice: number): boolean {
    const votes = this.#votesOf(choice);
    const unmoved = this.#waiting.reduce((sum, { value }) => sum + value, 0);
    const active = this.#figures().reduce((sum, held) => sum + held, this.#surpluses() + unmoved);
    return votes >= this.#quota || (votes > 0 && votes * (this.#seats - this.elected.length + 1) >= active);
  }

  #deem(): void {
    for (const level of [...new Set(this.#figures())].sort((a, b) => b - a)) {
      const equals = [...this.#hopeful]
        .filter((choice) => this.#votesOf(choice) === level)
        .sort((a, b) => a - b);
      const places = this.#seats - this.elected.length;
      if (places === 0 || !this.#reaches(equals[0]!)) return;
      const scarce = equals.length > places;
      const apart = (choice: number): boolean => {
        const notBehind = equals.filter((other) => this.#earliest(other, choice) <= 0);
        return notBehind.length <= places;
      };
      for (const choice of scarce ? this.#byEarliest(equals).filter(apart) : equals)
        if (scarce || this.#reaches(choice)) {
          this.#hopeful.delete(choice);
          this.elected.push(choice);
        }
      if (scarce) return;
    }
  }

  #finishes(): boolean {
    const places = this.#seats - this.elected.length;
    if (places > 0 && this.#hopeful.size > places) return false;
    const order = [...this.#hopeful].sort((a, b) => this.#votesOf(b) - this.#votesOf(a) || a - b);
    if (places > 0) this.elected.push(...order);
    return true;
  }

  #next({ prefers }: Paper): number | null {
    return prefers.find((choice) => this.#hopeful.has(choice)) ?? null;
  }

  #moveBatch(): void {
    this.#batches++;
    const highest = Math.max(...this.#waiting.map(({ value }) => value));
    for (const paper of this.#waiting.filter(({ value }) => value === highest)) {
      paper.at = this.#next(paper);
      paper.batch = this.#batches;
      if (paper.at === null) this.#lost += paper.value;
    }
    this.#waiting = this.#waiting.filter(({ value }) => value !== highest);
    if (this.elected.length === 0) this.#quota = Math.ceil((this.#valid - this.#lost) / (this.#seats + 1));
  }

  #moveSurplus(): void {
    const most = Math.max(...this.elected.map((choice) => this.#surplusOf(choice)));
    const tied = this.elected.filter((choice) => this.#surplusOf(choice) === most);
    const from = this.#byEarliest(tied)[0]!;
    const held = this.#papers.filter(({ at }) => at === from);
    const last = Math.max(...held.map(({ batch }) => batch));
    const moving = held.filter((paper) => paper.batch === last && this.#next(paper) !== null);
    const worth = moving.reduce((sum, { value }) => sum + value, 0);
    this.#batches++;
    for (const paper of moving) {
      paper.at = this.#next(paper);
      paper.batch = this.#batches;
      if (worth > most) paper.value = Math.floor(most / moving.length);
    }
    this.#kept.set(from, this.#quota);
  }

  /** 5.2.5: as many as possible, those with equal votes together. */
  #lowestSet(): number[] {
    const order = [...this.#hopeful].sort((a, b) => this.#votesOf(a) - this.#votesOf(b) || a - b);
    for (let size = order.length - (this.#seats - this.elected.length); size > 0; size--) {
      const set = order.slice(0, size);
      const together = set.reduce((sum, choice) => sum + this.#votesOf(choice), this.#surpluses());
      const [under, above] = [this.#votesOf(set[size - 1]!), this.#votesOf(order[size]!)];
      if (under < above && together <= above) return set;
    }
    return [];
  }
}
