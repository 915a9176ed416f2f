import type { Ballots, Choice } from '../../ballots/ballots.ts';
import { type Amount, amount } from '../../exact/amount.ts';
import type { CountAction, ElectReason, ExcludeReason, StopReason } from '../count-action.ts';
import type { CountRound, Leftover, Transfer, VoteThreshold } from '../count-report.ts';
import type { LeftoverUnits } from '../first-preferences.ts';
import { classesOf } from '../pick.ts';
import { leftoversOf, standingsOf } from '../story.ts';

/**
 * Who holds which votes at this moment of a count in stages, and the story so far. Votes are whole units of
 * 1/`unitsPerVote`; they move only by `move`, so that none is lost or written down wrongly.
 *
 * A round is opened (its votes are noted as they stand), decisions and moves are made, and it is closed.
 */
export interface CountBook {
  /** Per choice what it holds now. */
  readonly units: Float64Array;
  readonly leftovers: LeftoverUnits;
  /** 1 for choices that can receive votes: neither elected, excluded nor withdrawn. */
  readonly inCount: Uint8Array;
  /** In the order of election. */
  readonly elected: readonly number[];
  readonly rounds: readonly CountRound[];
  /** Votes of the closed rounds, the first round first. */
  readonly history: readonly Float64Array[];
  readonly unitsPerVote: number;
  readonly continuing: () => number[];
  /** The number of the round that is open, or would be opened next; from 1. */
  readonly round: () => number;
  readonly isOpen: () => boolean;
  readonly open: (thresholds: readonly Threshold[]) => void;
  readonly elect: (choices: readonly number[], reason: ElectReason) => void;
  readonly exclude: (choices: readonly number[], reason: ExcludeReason) => void;
  /** Notes a transfer of surplus; a value in units of one vote, or null where papers move whole. */
  readonly noteSurplus: (choice: number, surplus: number, value: Amount | null) => void;
  readonly move: (from: number, to: number | Leftover, units: number) => void;
  /** Votes of nobody yet: first preferences as they are sorted. */
  readonly credit: (to: number | Leftover, units: number) => void;
  readonly stop: (reason: StopReason) => void;
  readonly close: () => void;
  /** Everybody who stood, best first: elected, continuing by votes, excluded the last first. */
  readonly ranking: () => number[][];
}

export interface Threshold {
  readonly kind: VoteThreshold['kind'];
  readonly units: number;
}

/** A book for ballots whose votes may be split to `places` decimals. */
export const openBook = (ballots: Ballots, places: number): CountBook => new Book(ballots, places);

/** Decimals of the weights of ballots. */
export const weightPlaces = ({ weightScale }: Ballots): number => Math.round(Math.log10(weightScale));

class Book implements CountBook {
  readonly units: Float64Array;
  readonly leftovers: LeftoverUnits = new Map();
  readonly inCount: Uint8Array;
  readonly elected: number[] = [];
  readonly rounds: CountRound[] = [];
  readonly history: Float64Array[] = [];
  readonly unitsPerVote: number;
  readonly #choices: readonly Choice[];
  readonly #places: number;
  /** Those excluded together form a class; the last excluded first. */
  #excluded: number[][] = [];
  #page: OpenRound | null = null;

  constructor(ballots: Ballots, places: number) {
    this.#choices = ballots.choices;
    this.#places = places + weightPlaces(ballots);
    this.unitsPerVote = 10 ** this.#places;
    this.units = new Float64Array(ballots.choices.length);
    this.inCount = Uint8Array.from(ballots.choices, ({ withdrawn }) => (withdrawn ? 0 : 1));
  }

  continuing(): number[] {
    return this.#choices.flatMap((_, choice) => (this.inCount[choice] === 1 ? [choice] : []));
  }

  round(): number {
    return this.rounds.length + 1;
  }

  isOpen(): boolean {
    return this.#page !== null;
  }

  open(thresholds: readonly Threshold[]): void {
    const excluded = this.#excluded.flat();
    const takesPart = (choice: number): boolean => !excluded.includes(choice) || this.units[choice] !== 0;
    this.#page = {
      units: this.units.slice(),
      votes: this.#choices.map(({ withdrawn }, choice) =>
        withdrawn || !takesPart(choice) ? null : this.#votes(this.units[choice]!),
      ),
      leftovers: leftoversOf(this.leftovers, (units) => this.#votes(units)),
      thresholds: thresholds.map(({ kind, units }) => ({ kind, votes: this.#votes(units) })),
      actions: [],
      moved: new Map(),
    };
  }

  elect(choices: readonly number[], reason: ElectReason): void {
    if (choices.length === 0) return;
    for (const choice of choices) this.inCount[choice] = 0;
    this.elected.push(...choices);
    this.#opened().actions.push({ kind: 'elect', choices: [...choices], reason });
  }

  exclude(choices: readonly number[], reason: ExcludeReason): void {
    for (const choice of choices) this.inCount[choice] = 0;
    const classes = classesOf(choices, (a, b) => this.units[a]! - this.units[b]!);
    this.#excluded = [...classes, ...this.#excluded];
    this.#opened().actions.push({ kind: 'exclude', choices: [...choices], reason });
  }

  noteSurplus(choice: number, surplus: number, value: Amount | null): void {
    const transferValue = value;
    this.#opened().actions.push({ kind: 'surplus', choice, surplus: this.#votes(surplus), transferValue });
  }

  stop(reason: StopReason): void {
    this.#opened().actions.push({ kind: 'stop', reason });
  }

  credit(to: number | Leftover, units: number): void {
    if (typeof to === 'number') this.units[to] = this.units[to]! + units;
    else this.leftovers.set(to, (this.leftovers.get(to) ?? 0) + units);
  }

  move(from: number, to: number | Leftover, units: number): void {
    if (units === 0) return;
    this.units[from] = this.units[from]! - units;
    this.credit(to, units);
    const { moved } = this.#opened();
    const ways = moved.get(from) ?? new Map<number | Leftover, number>();
    ways.set(to, (ways.get(to) ?? 0) + units);
    moved.set(from, ways);
  }

  close(): void {
    const { units, moved, ...round } = this.#opened();
    const transfers = [...moved].flatMap(([from, ways]): Transfer[] =>
      [...ways].sort(byTarget).map(([to, amountMoved]) => ({ from, to, votes: this.#votes(amountMoved) })),
    );
    const standing = standingsOf(this.#choices, { elected: this.elected, excluded: this.#excluded.flat() });
    this.rounds.push({ number: this.round(), contest: 1, ...round, standing, transfers });
    this.history.push(units);
    this.#page = null;
  }

  ranking(): number[][] {
    const left = classesOf(this.continuing(), (a, b) => this.units[a]! - this.units[b]!);
    return [...this.elected.map((choice) => [choice]), ...left, ...this.#excluded];
  }

  #votes(units: number): Amount {
    return amount(units, this.#places);
  }

  #opened(): OpenRound {
    if (this.#page === null) throw new Error('no round is open');
    return this.#page;
  }
}

interface OpenRound {
  readonly units: Float64Array;
  readonly votes: readonly (Amount | null)[];
  readonly leftovers: CountRound['leftovers'];
  readonly thresholds: readonly VoteThreshold[];
  readonly actions: CountAction[];
  readonly moved: Map<number, Map<number | Leftover, number>>;
}

/** Choices in ballot order, then leftovers by name. */
const byTarget = ([a]: [number | Leftover, number], [b]: [number | Leftover, number]): number => {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
  return typeof b === 'number' ? 1 : a < b ? -1 : 1;
};
