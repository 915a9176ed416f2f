// Ward 2 of Glasgow, Newlands/Auldburn, 3 May 2007, three seats: ballots as Glasgow City Council published them, here told by where
// they went from stage to stage.
import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import { ballotsOf } from '../testing/ballots-of.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { scottishStv } from './scottish-stv.ts';

const firsts = {
  Allan: 579,
  Baillie: 211,
  Coyle: 172,
  Curran: 1856,
  Deans: 2101,
  McElroy: 1342,
  McNally: 1475,
  Morgan: 357,
  Stewart: 561,
};

/** From whom, and to whom how many papers: those that were never in a surplus, and those that were. */
const moves: readonly (readonly [string, Readonly<Record<string, readonly [number, number]>>])[] = [
  [
    'Coyle',
    {
      Allan: [23, 0],
      Baillie: [6, 0],
      Curran: [17, 0],
      Deans: [32, 0],
      McElroy: [3, 0],
      McNally: [12, 0],
      Morgan: [31, 0],
      Stewart: [9, 0],
    },
  ],
  [
    'Baillie',
    {
      Allan: [17, 0],
      Curran: [21, 0],
      Deans: [45, 0],
      McElroy: [45, 0],
      McNally: [6, 0],
      Morgan: [15, 0],
      Stewart: [7, 0],
    },
  ],
  [
    'Deans',
    {
      Allan: [350, 0],
      Curran: [219, 0],
      McElroy: [192, 0],
      McNally: [224, 0],
      Morgan: [291, 0],
      Stewart: [282, 0],
    },
  ],
  ['Morgan', { Allan: [95, 76], Curran: [44, 25], McElroy: [16, 13], McNally: [63, 17], Stewart: [38, 48] }],
  ['Stewart', { Allan: [177, 109], Curran: [41, 20], McElroy: [115, 40], McNally: [103, 50] }],
  ['Allan', { Curran: [175, 49], McElroy: [103, 63], McNally: [139, 54] }],
];

interface Paper {
  readonly ranks: readonly string[];
  weight: number;
}

/** Ballots that go these ways; which papers of a pile they are does not matter. */
const ballotsThatWent = (): string => {
  const papers = Object.entries(firsts).map(([name, weight]): Paper => ({ ranks: [name], weight }));
  for (const [from, ways] of moves) {
    const pile = papers.filter(({ ranks }) => ranks.at(-1) === from);
    for (const [to, counts] of Object.entries(ways))
      for (const [kind, wanted] of counts.entries()) {
        let missing = wanted;
        for (const paper of pile.filter(
          ({ ranks }) => Number(ranks.slice(0, -1).includes('Deans')) === kind,
        )) {
          const taken = Math.min(missing, paper.weight);
          if (taken > 0) papers.push({ ranks: [...paper.ranks, to], weight: taken });
          paper.weight -= taken;
          missing -= taken;
        }
        expect(missing).toBe(0);
      }
  }
  const lines = papers.filter(({ weight }) => weight > 0);
  return lines.map(({ ranks, weight }) => `${weight}: ${ranks.join(' > ')}`).join('\n');
};

test('SV01 SV02 SV03 SV05 SV07 SV08 Newlands/Auldburn 2007: every stage to the last digit', () => {
  // 8654 ÷ 4 = 2163.5, so 2164; 14 ÷ 2178 = 0.006427…, cut to 0.00642.
  const ballots = ballotsOf(ballotsThatWent(), { choices: Object.keys(firsts) });
  const stages = storyOf(unwrap(scottishStv.count(ballots, { seats: 3 })))
    .split('\n')
    .map((line) =>
      line
        .split(' | ')
        .filter((part) => !part.includes('>'))
        .join(' | '),
    );
  expect(stages.join('\n')).toBe(
    golden(`
      1 | Allan 579.00000 Baillie 211.00000 Coyle 172.00000 Curran 1856.00000 Deans 2101.00000 McElroy 1342.00000 McNally 1475.00000 Morgan 357.00000 Stewart 561.00000 | quota 2164.00000 | exclude Coyle fewest-votes
      2 | Allan 602.00000 Baillie 217.00000 Curran 1873.00000 Deans 2133.00000 McElroy 1345.00000 McNally 1487.00000 Morgan 388.00000 Stewart 570.00000 | ran-out 39.00000 | quota 2164.00000 | exclude Baillie fewest-votes
      3 | Allan 619.00000 Curran 1894.00000 Deans 2178.00000 McElroy 1390.00000 McNally 1493.00000 Morgan 403.00000 Stewart 577.00000 | ran-out 100.00000 | quota 2164.00000 | elect Deans quota surplus Deans 14.00000 at 0.00642
      4 | Allan 621.24700 Curran 1895.40598 Deans 2164.00000 McElroy 1391.23264 McNally 1494.43808 Morgan 404.86822 Stewart 578.81044 | ran-out 103.98040 rounding 0.01724 | quota 2164.00000 | exclude Morgan fewest-votes
      5 | Allan 716.73492 Curran 1939.56648 Deans 2164.00000 McElroy 1407.31610 McNally 1557.54722 Stewart 617.11860 | ran-out 251.69944 rounding 0.01724 | quota 2164.00000 | exclude Stewart fewest-votes
      6 | Allan 894.43470 Curran 1980.69488 Deans 2164.00000 McElroy 1522.57290 McNally 1660.86822 | ran-out 431.41206 rounding 0.01724 | quota 2164.00000 | exclude Allan fewest-votes
      7 | Curran 2156.00946 Deans 2164.00000 McElroy 1625.97736 McNally 1800.21490 | ran-out 907.78104 rounding 0.01724 | quota 2164.00000 | exclude McElroy fewest-votes elect Curran McNally last-standing
      elected Deans Curran McNally
    `),
  );
});
