// Reads the ordinal files of PrefLib (soc, soi, toc, toi). Rules: SPEC.md F20 to F22.
import { err, ok, type Result } from '@comitium/basics';
import { mostChoices } from '../../ballots/ballots.ts';
import { type BallotsBuilder, createBallotsBuilder } from '../../ballots/build-ballots.ts';
import { marksOf } from '../../ballots/ranks.ts';
import { type BallotFile, type BallotFileReader, codeOfRefusal, readWhole } from '../ballot-file.ts';
import { createProblemList, type FileProblem, type ProblemList } from '../file-problem.ts';
import { parseWeight } from '../parse-weight.ts';
import { splitLines } from '../split-lines.ts';
import { parseOrder } from './parse-order.ts';
import { checkHead, type Head, isPrefLibType, readHeadLine } from './preflib-head.ts';

/** Reads a PrefLib text; the type stands in its head. */
export const readPrefLib = (text: string): Result<BallotFile, FileProblem[]> =>
  readWhole(createPrefLibReader(), text);

/** Reads PrefLib as it arrives. */
export const createPrefLibReader = (): BallotFileReader => {
  const state: State = { problems: createProblemList(), head: new Map(), orders: null, voters: 0, unique: 0 };
  const lines = splitLines((text, line) => readLine(state, text, line));
  return { push: lines.push, end: () => finish(state, lines.end()) };
};

interface State {
  readonly problems: ProblemList;
  readonly head: Head;
  /** Null while the head is read. */
  orders: Orders | null;
  voters: number;
  unique: number;
}

interface Orders {
  readonly builder: BallotsBuilder;
  readonly choices: number;
  readonly complete: boolean;
  readonly strict: boolean;
}

const readLine = (state: State, text: string, line: number): void => {
  if (text.trim() === '') return;
  if (text.startsWith('#')) {
    if (state.orders === null) readHeadLine(state.head, state.problems, { text, line });
    else state.problems.add('unexpected_text', { line, column: 1 }, 'The head ends where the orders begin.');
    return;
  }
  state.orders ??= begin(state, line);
  readOrder(state, state.orders, { text, line });
};

const begin = ({ head, problems }: State, line: number): Orders => {
  checkHead(head, problems, { line, column: 1 });
  const given = head.get('DATA TYPE')?.value ?? '';
  const type = isPrefLibType(given) ? given : 'toi';
  const choices = Math.min(Number(head.get('NUMBER ALTERNATIVES')?.value ?? 0) || 0, mostChoices);
  const names = Array.from({ length: choices }, (_, i) => ({
    name: head.get(`ALTERNATIVE NAME ${i + 1}`)?.value ?? String(i + 1),
  }));
  return {
    builder: createBallotsBuilder({ form: 'rank', choices: names, repeats: 'refuse' }),
    choices,
    complete: type.endsWith('c'),
    strict: type.startsWith('s'),
  };
};

interface Line {
  readonly text: string;
  readonly line: number;
}

const readOrder = (state: State, orders: Orders, { text, line }: Line): void => {
  const { problems } = state;
  const colon = text.indexOf(':');
  const weight = parseWeight(text.slice(0, Math.max(0, colon)).trim());
  if (colon < 0 || weight === null || weight.places > 0) {
    problems.add(
      'weight_invalid',
      { line, column: 1 },
      'An order begins with a whole number of voters and a colon.',
    );
    return;
  }
  const order = parseOrder(text, colon + 1, orders.choices);
  if (!order.ok) {
    problems.add(order.error.code, { line, column: order.error.column }, order.error.message);
    return;
  }
  const at = { line, column: colon + 2 };
  const ranks = order.value;
  const count = ranks.reduce((sum, rank) => sum + rank.length, 0);
  if (orders.strict && count > ranks.length)
    problems.add('tie_not_allowed', at, 'soc and soi hold no equal ranks.');
  const refusal = orders.builder.add({ marks: marksOf(ranks), weight });
  if (refusal !== null) {
    problems.add(codeOfRefusal(refusal), at, `This order cannot be counted: ${refusal.code}.`);
    return;
  }
  if (orders.complete && count < orders.choices)
    problems.add(
      'incomplete_order',
      at,
      `soc and toc name all ${orders.choices} alternatives; here are ${count}.`,
    );
  state.voters += weight.units;
  state.unique++;
};

const finish = (state: State, lines: number): Result<BallotFile, FileProblem[]> => {
  const { head, problems } = state;
  const end = { line: lines + 1, column: 1 };
  state.orders ??= begin(state, lines + 1);
  const ballots = state.orders.builder.build();
  const differs = (key: string, found: number): void => {
    const said = head.get(key);
    if (said !== undefined && said.value !== String(found))
      problems.add('count_differs', said, `${key} is ${said.value}; the orders give ${found}.`);
  };
  differs('NUMBER VOTERS', state.voters);
  differs('NUMBER UNIQUE ORDERS', state.unique);
  if (ballots.groups < state.unique)
    problems.add('count_differs', end, `${state.unique - ballots.groups} orders come more than once.`);
  const list = problems.list();
  if (list.length > 0) return err(list);
  return ok({ ballots, title: head.get('TITLE')?.value || null, seats: null });
};
