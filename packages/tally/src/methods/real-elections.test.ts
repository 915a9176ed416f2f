// Published counts of real elections with three choices in the last rounds, by every method that they tell apart.
import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import { findMethod } from './registry.ts';
import { ballotsOf } from './testing/ballots-of.ts';
import { golden, storyOf } from './testing/story-of.ts';

const winners = (text: string, names: readonly string[]): Record<string, string> => {
  const ballots = ballotsOf(text);
  return Object.fromEntries(
    names.map((name) => {
      const { outcome } = unwrap(findMethod(name)!.count(ballots));
      return [name, outcome.elected.map((choice) => ballots.choices[choice]!.name).join()];
    }),
  );
};

const pairwise = ['condorcet', 'minimax', 'ranked-pairs', 'schulze', 'ranked-robin'];

// Mayor of Burlington, Vermont, 3 March 2009: ballots by their order of the last three, as analysed by Gierzynski, Hamilton and
// Smith (2009). The three contests of two are those of electowiki.org/wiki/2009_Burlington_mayoral_election; the City's own count, in
// which overvotes end a ballot, ended with 4,313 for Kiss and 4,061 for Wright.
const burlington = `
  1332: Montroll > Kiss > Wright
  767: Montroll > Wright > Kiss
  455: Montroll
  2043: Kiss > Montroll > Wright
  371: Kiss > Wright > Montroll
  568: Kiss
  1513: Wright > Montroll > Kiss
  495: Wright > Kiss > Montroll
  1289: Wright
`;

test('CO01 FP01 IR04 Burlington 2009: three winners by three rules', () => {
  expect(winners(burlington, ['plurality', 'irv', ...pairwise])).toEqual({
    plurality: 'Wright',
    irv: 'Kiss',
    condorcet: 'Montroll',
    minimax: 'Montroll',
    'ranked-pairs': 'Montroll',
    schulze: 'Montroll',
    'ranked-robin': 'Montroll',
  });
  const matrix = unwrap(findMethod('schulze')!.count(ballotsOf(burlington))).tables[0];
  expect(matrix?.rows.map(({ cells }) => cells)).toEqual([
    [null, '4067', '4597'],
    ['3477', null, '4314'],
    ['3668', '4064', null],
  ]);
});

// Representative of Alaska, special general election of 16 August 2022: cast vote record of the Division of Elections, after write-ins
// were excluded (before that Peltola had 74,817, Palin 58,339 and Begich 52,536).
const alaska = `
  27053: Begich > Palin
  15467: Begich > Peltola
  11290: Begich
  47407: Peltola > Begich
  4645: Peltola > Palin
  23747: Peltola
  34049: Palin > Begich
  3652: Palin > Peltola
  21272: Palin
`;

test('CO01 IR02 IR04 Alaska 2022: the published rounds, and the Condorcet winner who was excluded', () => {
  expect(storyOf(unwrap(findMethod('irv')!.count(ballotsOf(alaska))))).toBe(
    golden(`
      1 | Begich 53810 Palin 58973 Peltola 75799 | majority 94291 | exclude Begich fewest-votes | Begich>Palin 27053 Begich>Peltola 15467 Begich>ran-out 11290
      2 | Palin 86026 Peltola 91266 | ran-out 11290 | majority 88646 | elect Peltola majority
      elected Peltola
    `),
  );
  expect(new Set(Object.values(winners(alaska, pairwise)))).toEqual(new Set(['Begich']));
});

test('IR04 Alaska 2022: instant run-off lacks participation; 6,000 who stay at home get their second choice', () => {
  expect(winners(alaska.replace('34049:', '28049:'), ['irv'])).toEqual({ irv: 'Begich' });
});
