import { assertNever } from '@comitium/basics';
import { firstTicket } from '../random/consistent-sampler.ts';
import type { CounterGenerator } from '../random/counter-generator.ts';
import type { DrawnChoice, RoundsToCompare, TieQuestion, TieRule, TieStep } from './tie-rules.ts';

export interface RankingContext {
  readonly question: TieQuestion;
  readonly idOf: (choice: number) => string;
  readonly generatorOf: (seed: string) => CounterGenerator;
}

/** Ranks some tied choices (in ballot order) by one rule; null when the rule tells nothing about them. */
export const rankTied = (
  rule: TieRule,
  tied: readonly number[],
  { question, idOf, generatorOf }: RankingContext,
): TieStep | null => {
  switch (rule.by) {
    case 'earlier-rounds':
      return byRounds(rule.by, tied, roundsBefore(question.earlier, rule.from));
    case 'later-rounds':
      return byRounds(rule.by, tied, roundsAfter(question.later, question.round));
    case 'random':
      return rule.generator === 'counter'
        ? byDraws(rule.seed, tied, generatorOf(rule.seed))
        : byTickets(rule.seed, tied, idOf);
    case 'ballot-order':
      return { by: rule.by, classes: tied.map((choice) => [choice]), evidence: { kind: 'paper' } };
    case 'lot':
      return byLot(rule.lots, tied);
    default:
      return assertNever(rule);
  }
};

/** One round to look at: its number for people, and how two choices compare in it. */
interface Look {
  readonly round: number;
  readonly compare: (a: number, b: number) => number;
}

const roundsBefore = (rounds: RoundsToCompare | undefined, from: 'latest' | 'first'): Look[] => {
  const looks = looksOf(rounds, 1);
  return from === 'latest' ? looks.reverse() : looks;
};

const roundsAfter = (rounds: RoundsToCompare | undefined, round: number): Look[] =>
  looksOf(rounds, round + 1);

const looksOf = (rounds: RoundsToCompare | undefined, first: number): Look[] =>
  rounds === undefined
    ? []
    : Array.from({ length: rounds.count }, (_, i) => ({
        round: first + i,
        compare: (a: number, b: number) => rounds.compare(i, a, b),
      }));

const byRounds = (
  by: 'earlier-rounds' | 'later-rounds',
  tied: readonly number[],
  looks: readonly Look[],
): TieStep | null => {
  for (const { round, compare } of looks) {
    const order = [...tied].sort((a, b) => compare(b, a) || a - b);
    const classes: number[][] = [];
    for (const choice of order) {
      const last = classes.at(-1);
      if (last !== undefined && compare(last[0]!, choice) === 0) last.push(choice);
      else classes.push([choice]);
    }
    if (classes.length > 1) return { by, classes, evidence: { kind: 'round', round } };
  }
  return null;
};

const byDraws = (seed: string, tied: readonly number[], generator: CounterGenerator): TieStep => {
  const left = [...tied];
  const draws: DrawnChoice[] = [];
  while (left.length > 1) {
    const { index, counter, hash, among } = generator.draw(left.length);
    const [choice] = left.splice(index, 1);
    draws.push({ choice: choice!, counter, hash, among });
  }
  const order = [...draws.map(({ choice }) => choice), ...left];
  return { by: 'random', classes: order.map((choice) => [choice]), evidence: { kind: 'draws', seed, draws } };
};

const byTickets = (seed: string, tied: readonly number[], idOf: (choice: number) => string): TieStep => {
  const drawn = tied.map((choice) => ({ choice, ticket: firstTicket(idOf(choice), seed) }));
  drawn.sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  return {
    by: 'random',
    classes: drawn.map(({ choice }) => [choice]),
    evidence: { kind: 'tickets', seed, tickets: drawn.map(({ ticket }) => ticket) },
  };
};

const byLot = (lots: readonly (readonly number[])[], tied: readonly number[]): TieStep | null => {
  const lot = lots.find((order) => tied.every((choice) => order.includes(choice)));
  if (lot === undefined) return null;
  const drawn = [...new Set(lot)].filter((choice) => tied.includes(choice));
  return { by: 'lot', classes: drawn.map((choice) => [choice]), evidence: { kind: 'lot', lot } };
};
