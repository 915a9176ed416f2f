import type { BallotForm, Ballots } from '../../ballots/ballots.ts';
import { createBallotsBuilder, type NewChoice } from '../../ballots/build-ballots.ts';
import { marksOf, type Rank } from '../../ballots/ranks.ts';

/**
 * Ballots for a test as a person would write them, a group a line: `35: A > B = C > _ > D`. `_` is a skipped rank, `!` an
 * overvote of unknown choices, nothing after the colon a blank ballot. Choices stand in the order of their first mention
 * unless given.
 */
export const ballotsOf = (text: string, { choices = [], form = 'rank' }: Paper = {}): Ballots => {
  const named = choices.map((choice) => (typeof choice === 'string' ? { name: choice } : choice));
  const builder = createBallotsBuilder({ form, choices: named });
  const numbers = new Map(named.map(({ name }, number) => [name, number]));
  const numberOf = (name: string): number => {
    const number = numbers.get(name) ?? builder.addChoice({ name });
    numbers.set(name, number);
    return number;
  };
  for (const line of text.split('\n').filter((row) => row.trim() !== '')) {
    const [weight = '', ranks = ''] = line.split(':');
    const marks = marksOf(ranks.trim() === '' ? [] : ranks.split('>').map((rank) => rankOf(rank, numberOf)));
    const refusal = builder.add({ marks, weight: Number(weight) });
    if (refusal !== null) throw new Error(`${line}: ${refusal.code}`);
  }
  return builder.build();
};

interface Paper {
  readonly choices?: readonly (string | NewChoice)[];
  readonly form?: Exclude<BallotForm, 'score'>;
}

const rankOf = (text: string, numberOf: (name: string) => number): Rank => {
  const names = text.split('=').map((name) => name.trim());
  if (names[0] === '!') return 'overvote';
  return names[0] === '_' ? [] : names.map(numberOf);
};
