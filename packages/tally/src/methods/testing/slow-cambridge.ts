// Cambridge counting the obvious way: piles of single ballots, walked through as the City describes it; ties by the latest earlier
// standing, then the order of the ballot paper as T02 reads it.
import type { Ballots } from '../../ballots/ballots.ts';

/** Elected in order, and the ballots of each at every transfer. `mixed` holds one ballot a group, in the order of counting. */
export const countCambridgeSlowly = (
  mixed: Ballots,
  rule: { readonly seats: number; readonly minimum: number },
): { readonly elected: number[]; readonly standings: number[][] } => {
  const count = new SlowCambridge(mixed, rule);
  while (!count.plays());
  return count;
};

class SlowCambridge {
  readonly elected: number[] = [];
  readonly standings: number[][] = [];
  readonly #seats: number;
  readonly #minimum: number;
  readonly #piles: (readonly number[])[][];
  readonly #open: Set<number>;
  readonly #drawn = new Set<number>();
  readonly #defeated = new Set<number>();
  readonly #quota: number;
  #swept = false;

  constructor({ choices, groups, starts, marks }: Ballots, rule: { seats: number; minimum: number }) {
    this.#seats = rule.seats;
    this.#minimum = rule.minimum;
    this.#open = new Set(choices.keys());
    const ballots = Array.from({ length: groups }, (_, g) => [...marks.slice(starts[g], starts[g + 1])]);
    this.#piles = choices.map((_, choice) => ballots.filter((ballot) => ballot[0] === choice));
    const valid = ballots.filter((ballot) => ballot.length > 0).length;
    this.#quota = Math.floor(valid / (rule.seats + 1)) + 1;
  }

  /** One transfer; true at the end. */
  plays(): boolean {
    this.standings.push(this.#piles.map((pile) => pile.length));
    const choices = this.#piles.map((_, choice) => choice);
    const full = choices.filter((choice) => this.#size(choice) >= this.#quota && !this.#defeated.has(choice));
    const winners = full.filter((choice) => !this.elected.includes(choice));
    this.elected.push(...winners.sort((a, b) => this.#size(b) - this.#size(a) || a - b));
    for (const choice of winners) this.#open.delete(choice);
    if (this.elected.length === this.#seats) return true;
    const rich = this.elected.filter(
      (choice) => this.#size(choice) > this.#quota && !this.#drawn.has(choice),
    );
    if (rich.length > 0) {
      this.#draw(this.#lowestLast(rich)[0]!);
      return false;
    }
    const left = [...this.#open].sort((a, b) => this.#size(b) - this.#size(a) || a - b);
    if (left.length <= this.#seats - this.elected.length) {
      this.elected.push(...left);
      return true;
    }
    const few = this.#swept ? [] : left.filter((choice) => this.#size(choice) < this.#minimum);
    this.#swept = true;
    const together = left.length - few.length < this.#seats - this.elected.length ? [] : few;
    const out = this.#lowestLast(together.length > 0 ? together : left).reverse();
    this.#defeat(together.length > 0 ? out : out.slice(0, 1));
    return false;
  }

  #size(choice: number): number {
    return this.#piles[choice]!.length;
  }

  /** Most ballots first; equals by the latest standing that tells them apart, then the paper. */
  #lowestLast(choices: readonly number[]): number[] {
    return [...choices].sort((a, b) => {
      const point = [...this.standings].reverse().find((sizes) => sizes[a] !== sizes[b]);
      return point === undefined ? a - b : point[b]! - point[a]!;
    });
  }

  #give(ballot: readonly number[]): boolean {
    const to = ballot.find((choice) => this.#open.has(choice));
    if (to === undefined) return false;
    this.#piles[to]!.push(ballot);
    if (this.#size(to) >= this.#quota) this.#open.delete(to);
    return true;
  }

  #draw(from: number): void {
    this.#drawn.add(from);
    const ballots = [...this.#piles[from]!];
    let surplus = ballots.length - this.#quota;
    const n = Math.round(ballots.length / surplus);
    const tried = new Set<number>();
    const take = (number: number): void => {
      const ballot = ballots[number - 1];
      if (ballot === undefined || surplus === 0 || tried.has(number)) return;
      tried.add(number);
      if (!this.#give(ballot)) return;
      this.#piles[from]!.splice(this.#piles[from]!.indexOf(ballot), 1);
      surplus--;
    };
    for (let pass = 0; pass < n; pass++) for (let k = 1; k <= ballots.length; k++) take(k * n + pass);
    for (let number = 1; number < n; number++) take(number);
  }

  #defeat(choices: readonly number[]): void {
    for (const choice of choices) {
      this.#open.delete(choice);
      this.#defeated.add(choice);
    }
    for (const choice of choices)
      for (const ballot of this.#piles[choice]!.splice(0, Infinity)) this.#give(ballot);
  }
}
