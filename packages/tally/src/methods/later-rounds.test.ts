import { unwrap } from '@comitium/basics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arbitraryLooseBallots,
  groupLoose,
  type LooseBallots,
} from '../ballots/testing/arbitrary-ballots.ts';
import type { CountReport } from './count-report.ts';
import { findMethod } from './registry.ts';
import { ballotsOf } from './testing/ballots-of.ts';
import { storyOf } from './testing/story-of.ts';

const story = (name: string, text: string, seats = 1) =>
  storyOf(unwrap(findMethod(name)!.count(ballotsOf(text), { seats, ties: [{ by: 'later-rounds' }] })));

// B and C are level. Were they to stay, D would go next and give C its votes.
const level = '9: A\n4: B\n4: C\n5: D > C';

test('T04 the tied stay while the others go, fewest first: who would get their votes is kept', () => {
  for (const name of ['irv', 'irv-sequential', 'irv-bottoms-up', 'stv', 'scottish-stv'])
    expect(story(name, level)).toContain('tie in 1 to exclude: B C: B by later-rounds');
});

test('T04 the statutes by which we count look back first', () => {
  // E's one vote brought C level with B.
  expect(story('scottish-stv', '9: A\n4: B\n3: C\n1: E > C\n5: D > C', 2)).toContain('C by earlier-rounds');
});

test('T04 lots alone decide where the rule says so, and rounds that nobody can know decide nothing', () => {
  for (const name of ['prf-wigm', 'prf-meek', 'warren']) expect(story(name, level)).toContain(': open');
  expect(story('minneapolis-stv', '9: A\n4: B\n4: C\n6: D > C', 2)).toContain('B C: open');
  expect(story('irv', '4: A\n4: B')).toContain('A B: open');
});

test('T04 looking ahead changes nothing in the count itself', () => {
  const told = story('stv', '9: A > B\n4: B > D\n4: C > D\n5: D > C > A\n3: E > C', 2);
  const lots = { by: 'lot', lots: [[2, 1]] } as const;
  const text = '9: A > B\n4: B > D\n4: C > D\n5: D > C > A\n3: E > C';
  const byLot = unwrap(findMethod('stv')!.count(ballotsOf(text), { seats: 2, ties: [lots] }));
  expect(told.split('\n').filter((line) => !line.startsWith('tie'))).toEqual(
    storyOf(byLot)
      .split('\n')
      .filter((line) => !line.startsWith('tie')),
  );
});

/** The obvious way: count the ballots anew without whoever is gone. */
const aheadSlowly = (
  { choices, ballots }: LooseBallots,
  gone: ReadonlySet<number>,
  tied: readonly number[],
) => {
  const out = new Set(gone);
  const rounds: number[][] = [];
  for (;;) {
    const votes = Array.from({ length: choices }, (_, choice) =>
      ballots.reduce((sum, { ranks, weight }) => {
        const first = ranks.flat().find((mark) => typeof mark === 'number' && !out.has(mark));
        return sum + (first === choice ? weight : 0);
      }, 0),
    );
    rounds.push(votes);
    const others = [...votes.keys()].filter((choice) => !out.has(choice) && !tied.includes(choice));
    if (others.length === 0) return rounds.slice(1);
    const least = Math.min(...others.map((choice) => votes[choice]!));
    for (const choice of others) if (votes[choice] === least) out.add(choice);
  }
};

const excludedBefore = ({ rounds }: CountReport, round: number): Set<number> =>
  new Set(
    rounds
      .slice(0, round - 1)
      .flatMap(({ actions }) =>
        actions.flatMap((action) => (action.kind === 'exclude' ? action.choices : [])),
      ),
  );

test('T04 as the slow way says', () => {
  fc.assert(
    fc.property(arbitraryLooseBallots({ ballots: 16 }), (loose) => {
      const settings = { ties: [{ by: 'later-rounds' }], options: { stop: 'one-remains' } } as const;
      const report = unwrap(findMethod('irv')!.count(groupLoose(loose), settings));
      for (const { choices, steps, round } of report.ties) {
        const ahead = aheadSlowly(loose, excludedBefore(report, round), choices);
        const telling = ahead.findIndex((votes) =>
          choices.some((choice) => votes[choice] !== votes[choices[0]!]),
        );
        expect(steps[0]?.evidence).toEqual(
          telling < 0 ? undefined : { kind: 'round', round: round + telling + 1 },
        );
        if (telling < 0) continue;
        const votes = ahead[telling]!;
        const least = Math.min(...choices.map((choice) => votes[choice]!));
        expect(steps[0]!.classes.at(-1)).toEqual(choices.filter((choice) => votes[choice] === least));
      }
    }),
    { numRuns: 400 },
  );
});
