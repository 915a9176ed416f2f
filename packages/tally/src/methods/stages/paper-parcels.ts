// Ballot papers in parcels: papers of one value that a choice received together, as the statutes of hand counts speak of them.
import { type Ballots, choiceOf } from '../../ballots/ballots.ts';
import { endings, type MarkingRules, type Preferences, readPreferences } from '../../ballots/preferences.ts';
import type { Leftover } from '../count-report.ts';
import { sharesWithOther } from '../piles.ts';
import type { CountBook } from './count-book.ts';

export interface Parcel {
  /** What each vote in it is worth, in units of 10⁻ᵖˡᵃᶜᵉˢ of the count. */
  readonly value: number;
  /** Groups of identical ballots, the first received first. */
  readonly papers: readonly number[];
  /** The weight of these papers in units of the ballots. */
  readonly weight: number;
}

/** Papers of a parcel that go the same way. */
export interface Bundle {
  readonly to: number | Leftover;
  readonly papers: number[];
  weight: number;
}

/** The papers of a count: who holds which parcels, and where each paper goes next. */
export interface PaperParcels {
  /** Per choice its parcels in the order received. */
  readonly held: readonly Parcel[][];
  /** Papers of a parcel by their next preference for somebody still in the count: choices in ballot order, then those that go nowhere. */
  readonly sort: (parcel: Parcel, inCount: Uint8Array) => Bundle[];
  /** The same papers, to be moved as if: they go their own ways from here. */
  readonly fork: () => PaperParcels;
  /** The weight of the ballots with a first preference: the total valid vote, in units of the ballots. */
  readonly validWeight: number;
}

/**
 * Sorts the ballots to their first preferences and credits them at a value of one. Preferences for withdrawn choices and for
 * undeclared write-ins, who cannot win, are passed over.
 */
export const sortFirstPreferences = (
  { ballots, options, standing }: FirstSorting,
  book: CountBook,
): PaperParcels => {
  const preferences = readStanding(ballots, options, standing);
  const papers = Papers.unsorted(preferences, ballots.choices.length);
  for (const choice of ballots.choices.keys()) if (!standing.includes(choice)) book.inCount[choice] = 0;
  const value = book.unitsPerVote / ballots.weightScale;
  const all = Array.from({ length: preferences.groups }, (_, group) => group);
  for (const { to, papers: sorted, weight } of papers.sort({ value, papers: all, weight: 0 }, book.inCount)) {
    if (typeof to === 'number') {
      papers.held[to]!.push({ value, papers: sorted, weight });
      book.credit(to, weight * value);
      papers.validWeight += weight;
    } else
      for (const group of sorted)
        book.credit(reasonAtFirst(ballots, group, to), weightOf(ballots, group) * value);
  }
  return papers;
};

export interface FirstSorting {
  readonly ballots: Ballots;
  readonly options: MarkingRules;
  readonly standing: readonly number[];
}

/** Preferences for those who can win, and for nobody else. */
export const readStanding = (
  ballots: Ballots,
  options: MarkingRules,
  standing: readonly number[],
): Preferences => {
  const choices = ballots.choices.map((choice, place) => ({
    ...choice,
    withdrawn: !standing.includes(place),
  }));
  return readPreferences({ ...ballots, choices }, options);
};

/** Moves a parcel on at a new value; answers the votes credited to choices and leftovers, in units. */
export const passOn = (state: BookAndPapers, from: number, parcel: Parcel): number =>
  passBatch(state, [{ from, parcel }], parcel.value);

/** Moves parcels on together at one value: whoever receives papers of them holds one parcel more. Answers the votes credited. */
export const passBatch = (
  { book, papers }: BookAndPapers,
  parts: readonly HeldParcel[],
  value: number,
): number => {
  const received = new Map<number, Bundle>();
  let credited = 0;
  for (const { from, parcel } of parts)
    for (const bundle of papers.sort(parcel, book.inCount)) {
      const units = bundle.weight * value;
      credited += units;
      book.move(from, bundle.to, units);
      if (typeof bundle.to !== 'number') continue;
      const pile = received.get(bundle.to);
      if (pile === undefined) received.set(bundle.to, bundle);
      else {
        for (const paper of bundle.papers) pile.papers.push(paper);
        pile.weight += bundle.weight;
      }
    }
  for (const [to, { papers: sorted, weight }] of received)
    papers.held[to]!.push({ value, papers: sorted, weight });
  return credited;
};

export interface BookAndPapers {
  readonly book: CountBook;
  readonly papers: PaperParcels;
}

export interface HeldParcel {
  readonly from: number;
  readonly parcel: Parcel;
}

/** Takes all parcels of a choice away. */
export const takeParcels = (papers: PaperParcels, choice: number): Parcel[] =>
  papers.held[choice]!.splice(0, Infinity);

const weightOf = ({ weights }: Ballots, group: number): number => weights[group]!;

/** A ballot without any mark is blank; others never had a preference that counts. */
const reasonAtFirst = ({ starts }: Ballots, group: number, reason: Leftover): Leftover =>
  starts[group] === starts[group + 1] ? 'blank' : reason;

const overvoted = endings.indexOf('overvote');

class Papers implements PaperParcels {
  readonly held: Parcel[][];
  validWeight = 0;
  readonly #preferences: Preferences;
  /** Per group how far on its ballot it has come. */
  readonly #place: Uint32Array;

  constructor(preferences: Preferences, place: Uint32Array, held: Parcel[][]) {
    this.#preferences = preferences;
    this.#place = place;
    this.held = held;
  }

  /** Nobody holds a paper yet. */
  static unsorted(preferences: Preferences, width: number): Papers {
    const nothing = Array.from({ length: width }, (): Parcel[] => []);
    return new Papers(preferences, preferences.starts.slice(0, preferences.groups), nothing);
  }

  fork(): PaperParcels {
    return new Papers(
      this.#preferences,
      this.#place.slice(),
      this.held.map((parcels) => [...parcels]),
    );
  }

  sort({ papers }: Parcel, inCount: Uint8Array): Bundle[] {
    const { starts, order, ends, weights } = this.#preferences;
    const width = this.held.length;
    const bundles: (Bundle | undefined)[] = new Array(width + endings.length);
    for (const group of papers) {
      const end = starts[group + 1]!;
      let at = this.#place[group]!;
      while (at < end && inCount[choiceOf(order[at]!)] === 0) at++;
      this.#place[group] = at;
      const several = at < end && sharesWithOther(order, { at, end, inCount });
      const way = several ? width + overvoted : at < end ? choiceOf(order[at]!) : width + ends[group]!;
      const to = way < width ? way : endings[way - width]!;
      const bundle = bundles[way];
      if (bundle === undefined) bundles[way] = { to, papers: [group], weight: weights[group]! };
      else {
        bundle.papers.push(group);
        bundle.weight += weights[group]!;
      }
    }
    return bundles.filter((bundle) => bundle !== undefined);
  }
}
