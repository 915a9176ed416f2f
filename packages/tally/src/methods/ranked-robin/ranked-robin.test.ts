import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLooseBallots } from '../../ballots/testing/arbitrary-ballots.ts';
import { ballotsOf } from '../testing/ballots-of.ts';
import { keepsAnonymity, keepsNeutrality } from '../testing/method-laws.ts';
import {
  choicesOf,
  electsCondorcetWinner,
  everyMark,
  marginIn,
  possibleWinners,
  supportIn,
} from '../testing/slow-pairs.ts';
import { golden, storyOf } from '../testing/story-of.ts';
import { rankedRobin } from './ranked-robin.ts';

const story = (text: string, options = {}, choices: string[] = []) =>
  storyOf(unwrap(rankedRobin.count(ballotsOf(text, { choices }), { options })));

test('RR01 victories, draws as halves or as nothing', () => {
  const ballots = '3: A > B > C\n3: B > A > C\n1: C';
  expect(story(ballots)).toContain('1 | A 1.5 B 1.5 C 0 | advance A B most-wins');
  expect(story(ballots, { draws: 'none' })).toContain('1 | A 1 B 1 C 0 | advance A B most-wins');
});

test('RR02 RR05 the first degree: margins among the finalists, by hand', () => {
  // A over B 5:2, B over C 6:1, C over A 4:3; each also beats D.
  expect(story('3: A > B > C > D\n2: B > C > A > D\n1: C > A > B > D\n1: D > B > C > A')).toBe(
    golden(`
      1 | A 2 B 2 C 2 D 0 | advance A B C most-wins
      2 | A 0 B 4 C -4 | elect B largest-margin
      elected B
    `),
  );
});

test('RR03 RR04 the second and third degree, and then a lot', () => {
  // A and B draw and each beat C: margins against C decide, 3 to 5.
  expect(story('2: A > B > C\n3: B > A = C\n1: A > C > B', {}, ['A', 'B', 'C'])).toBe(
    golden(`
      1 | A 1.5 B 1.5 C 0 | advance A B most-wins
      2 | A 0 B 0 | advance A B largest-margin
      3 | A 3 B 4 | elect B largest-margin
      elected B
    `),
  );
  const even = '2: A > C > B\n2: B > C > A\n1: A = B > C\n1: C\n2: A = B';
  expect(story(even, { degrees: 3 }, ['A', 'B', 'C'])).toContain('4 | A 5 B 5 | stop lot-needed');
  expect(story(even, {}, ['A', 'B', 'C'])).toContain('lot-needed, elected nobody, 1 of A B');
  expect(story(even, { degrees: 0 }, ['A', 'B', 'C'])).toContain('1 | A 1.5 B 1.5 C 0 | stop lot-needed');
});

test('RR04 equal margins, fewer votes against', () => {
  // A over C 3:1, B over C 4:2, A and B draw 1:1.
  const ballots = '3: A = B > C\n1: C > A = B\n1: B > A = C\n1: A = C > B';
  expect(story(ballots, { degrees: 3 })).toBe(
    golden(`
      1 | A 1.5 B 1.5 C 0 | advance A B most-wins
      2 | A 0 B 0 | advance A B largest-margin
      3 | A 2 B 2 | advance A B largest-margin
      4 | A 2 B 3 | elect A least-opposed
      elected A
    `),
  );
});

test('RR06 without a vote nobody is elected', () => {
  expect(story('2:', {}, ['A', 'B'])).toContain('stop no-votes');
});

test('RR01 RR02 RR03 as the slow way says', () => {
  const best = (among: readonly number[], figure: (choice: number) => number): number[] =>
    among.filter((a) => among.every((b) => figure(a) >= figure(b)));
  fc.assert(
    fc.property(arbitraryLooseBallots(everyMark), (loose) => {
      const all = choicesOf(loose);
      fc.pre(all.some((a) => all.some((b) => supportIn(loose, a, b) > 0)));
      const sum = (over: readonly number[], of: (b: number) => number): number =>
        over.reduce((total, b) => total + of(b), 0);
      const finalists = best(all, (a) =>
        sum(all, (b) => (a === b ? 0 : 1 + Math.sign(marginIn(loose, a, b)))),
      );
      const first = best(finalists, (a) => sum(finalists, (b) => marginIn(loose, a, b)));
      const second = best(first, (a) => sum(all, (b) => marginIn(loose, a, b)));
      expect(possibleWinners(rankedRobin, loose)).toEqual(second);
      const third = best(second, (a) => -sum(all, (b) => supportIn(loose, b, a)));
      expect(possibleWinners(rankedRobin, loose, { options: { degrees: 3 } })).toEqual(third);
    }),
  );
});

test('RR01 Condorcet, anonymity, neutrality', () => {
  electsCondorcetWinner(rankedRobin);
  keepsAnonymity({ method: rankedRobin, ballots: everyMark });
  keepsNeutrality({ method: rankedRobin, ballots: everyMark });
});

test('RR01 participation fails in the known example: voting A first elects B', () => {
  const others = '1: A > C > D > B\n1: A > D > C > B\n4: B > A > C > D\n4: D > C > B > A';
  expect(story(others)).toContain('elected A');
  expect(story(`3: A > B > C > D\n${others}`)).toContain('elected B');
});
