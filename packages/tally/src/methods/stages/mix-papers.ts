import { err, ok, type Result } from '@comitium/basics';
import { type Ballots, totalWeight } from '../../ballots/ballots.ts';
import { inCanonicalOrder } from '../../ballots/canonical-order.ts';
import { counterGenerator } from '../../random/counter-generator.ts';
import type { CountProblem } from '../count-problem.ts';
import type { OptionDescriptions, OptionsOf } from '../options.ts';

/** Papers beyond this would not fit into memory one by one. */
const mostPapers = 5_000_000;

/**
 * Every ballot as a group of its own, mixed by a published seed: the papers in canonical order, each place from the last on exchanged
 * with one drawn among it and those before (Fisher and Yates), by Rivest's generator. Who sorts the ballots does not decide the count.
 */
export const mixPapers = (ballots: Ballots, { seed, order }: Mixing): Result<Ballots, CountProblem[]> => {
  if (order === 'as-given' && ballots.inOrder !== true)
    return err([
      {
        code: 'ballots_unsupported',
        field: 'ballots',
        message: 'The order of these ballots was not kept; read the file in its order.',
      },
    ]);
  const papers = totalWeight(ballots);
  if (ballots.weightScale !== 1 || papers > mostPapers)
    return err([
      {
        code: 'ballots_unsupported',
        field: 'ballots',
        message: `Papers that move one by one must weigh one vote each, and be at most ${mostPapers}.`,
      },
    ]);
  const sorted = order === 'as-given' ? ballots : inCanonicalOrder(ballots);
  const places = new Uint32Array(papers);
  let length = 0;
  for (let group = 0; group < sorted.groups; group++) {
    places.fill(group, length, length + sorted.weights[group]!);
    length += sorted.weights[group]!;
  }
  if (order === 'mixed') exchange(places, seed);
  return ok(paperByPaper(sorted, places));
};

const exchange = (places: Uint32Array, seed: number): void => {
  const generator = counterGenerator(String(seed));
  for (let place = places.length - 1; place > 0; place--) {
    const other = generator.draw(place + 1).index;
    [places[place], places[other]] = [places[other]!, places[place]!];
  }
};

export type Mixing = OptionsOf<typeof mixingOptions>;

const paperByPaper = (sorted: Ballots, order: Uint32Array): Ballots => {
  const starts = new Uint32Array(order.length + 1);
  for (const [paper, group] of order.entries())
    starts[paper + 1] = starts[paper]! + sorted.starts[group + 1]! - sorted.starts[group]!;
  const marks = new Int16Array(starts[order.length]!);
  const scores = sorted.scores === null ? null : new Int32Array(marks.length);
  for (const [paper, group] of order.entries()) {
    const [from, to] = [sorted.starts[group]!, sorted.starts[group + 1]!];
    marks.set(sorted.marks.subarray(from, to), starts[paper]!);
    scores?.set(sorted.scores!.subarray(from, to), starts[paper]!);
  }
  const weights = new Float64Array(order.length).fill(1);
  return { ...sorted, groups: order.length, starts, marks, scores, weights };
};

/** In what order papers come, as options. */
export const mixingOptions = {
  order: {
    kind: 'one-of',
    values: ['mixed', 'as-given'],
    default: 'mixed',
    about:
      'Whether papers are mixed by the seed, or come in the order in which they stand in the file, as they were drawn.',
  },
  seed: {
    kind: 'whole',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    default: 0,
    about: 'The published number, say from dice, by which the papers are mixed before they are counted.',
  },
} as const satisfies OptionDescriptions;
