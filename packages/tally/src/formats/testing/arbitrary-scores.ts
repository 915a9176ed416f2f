import fc from 'fast-check';
import type { Ballots } from '../../ballots/ballots.ts';
import { createBallotsBuilder } from '../../ballots/build-ballots.ts';

/** Random ballots of scores from 0 to 5 for three choices; the first one is not blank. */
export const arbitraryScores = (): fc.Arbitrary<Ballots> => {
  const score = fc.option(fc.nat({ max: 5 }));
  const ballot = fc.record({ scores: fc.tuple(score, score, score), weight: fc.integer({ min: 1, max: 4 }) });
  return fc.array(ballot, { maxLength: 9 }).map((all) => {
    const builder = createBallotsBuilder({
      form: 'score',
      scale: { min: 0, max: 5, grades: null },
      choices: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    });
    builder.add({ marks: [0], scores: [1] });
    for (const { scores, weight } of all) {
      const marks = [0, 1, 2].filter((choice) => scores[choice] !== null);
      builder.add({ marks, scores: marks.map((choice) => scores[choice] ?? 0), weight });
    }
    return builder.build();
  });
};
