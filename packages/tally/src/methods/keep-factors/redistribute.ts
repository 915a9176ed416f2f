import { endings, type Preferences } from '../../ballots/preferences.ts';
import type { Leftover } from '../count-report.ts';
import type { CountBook } from '../stages/count-book.ts';
import type { KeepRule } from './keep-rule.ts';
import { one } from './multiply-up.ts';

/**
 * Moves votes in the book as every ballot is split anew when keep factors change. On each ballot what a choice keeps less goes, in
 * the order of preference, to whoever keeps more.
 */
export const redistribute = (
  { groups, starts, order, ends, weights }: Preferences,
  { before, after, keep }: Factors,
  book: CountBook,
): void => {
  const flows = new Flows(before.length);
  for (let group = 0; group < groups; group++) {
    const end = starts[group + 1]!;
    const weight = weights[group]!;
    let [leftBefore, leftAfter] = [one, one];
    for (let at = starts[group]!; at < end && (leftBefore > 0 || leftAfter > 0); at++) {
      const choice = order[at]!;
      const [old, now] = [before[choice]!, after[choice]!];
      const keptBefore = old === 0 ? 0 : keep(leftBefore, old);
      const keptAfter = now === 0 ? 0 : keep(leftAfter, now);
      leftBefore -= keptBefore;
      leftAfter -= keptAfter;
      flows.change(choice, keptAfter - keptBefore, weight);
    }
    flows.change(before.length + ends[group]!, leftAfter - leftBefore, weight);
    flows.forget();
  }
  const placeOf = (to: number): number | Leftover => (to < before.length ? to : endings[to - before.length]!);
  flows.each((from, to, units) => {
    if (from < before.length) book.move(from, placeOf(to), units);
    else {
      // Only where rounding raises a factor; nobody's votes have no pile that they could leave.
      book.credit(placeOf(from), -units);
      book.credit(placeOf(to), units);
    }
  });
};

export interface Factors {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly keep: KeepRule;
}

/** What goes from where to where, ballot by ballot, places after the choices being reasons of exhaustion. */
class Flows {
  readonly #width: number;
  readonly #sums: Float64Array;
  // What this ballot has taken from some (below 0) or given to some, and not yet matched: a queue in typed arrays, as it is used for
  // every ballot of every round.
  readonly #places: Int32Array;
  readonly #amounts: Float64Array;
  #first = 0;
  #end = 0;

  constructor(choices: number) {
    this.#width = choices + endings.length;
    this.#sums = new Float64Array(this.#width ** 2);
    this.#places = new Int32Array(this.#width);
    this.#amounts = new Float64Array(this.#width);
  }

  change(place: number, difference: number, weight: number): void {
    let rest = difference;
    while (rest !== 0 && this.#first < this.#end) {
      const open = this.#amounts[this.#first]!;
      if (open > 0 === rest > 0) break;
      const matched = Math.min(Math.abs(rest), Math.abs(open));
      const earlier = this.#places[this.#first]!;
      const cell = rest > 0 ? earlier * this.#width + place : place * this.#width + earlier;
      this.#sums[cell] = this.#sums[cell]! + matched * weight;
      const step = rest > 0 ? matched : -matched;
      rest -= step;
      this.#amounts[this.#first] = open + step;
      if (open + step === 0) this.#first++;
    }
    if (rest === 0) return;
    this.#places[this.#end] = place;
    this.#amounts[this.#end++] = rest;
  }

  forget(): void {
    this.#first = 0;
    this.#end = 0;
  }

  each(visit: (from: number, to: number, units: number) => void): void {
    for (const [cell, units] of this.#sums.entries())
      if (units > 0) visit(Math.floor(cell / this.#width), cell % this.#width, units);
  }
}
