// Reads BLT as first described by Hill, Wichmann and Woodall (1987), with the extensions of OpenSTV and OpaVote: comments,
// decimal weights, equal ranks (1=3) and skipped ranks (-). Rules: SPEC.md.
import { err, ok, type Result } from '@comitium/basics';
import { beside, type Choice, mostChoices, skippedRank } from '../../ballots/ballots.ts';
import { type BallotsBuilder, createBallotsBuilder } from '../../ballots/build-ballots.ts';
import type { Weight } from '../../ballots/weight-column.ts';
import {
  type BallotFile,
  type BallotFileReader,
  codeOfRefusal,
  type KeepingPlan,
  readWhole,
} from '../ballot-file.ts';
import {
  createProblemList,
  type FileProblem,
  type FileProblemCode,
  type ProblemList,
} from '../file-problem.ts';
import { parseWeight } from '../parse-weight.ts';
import { splitLines } from '../split-lines.ts';
import { readBltOptions } from './read-blt-options.ts';
import { type PlainBallot, scanPlainBallot } from './scan-plain-ballot.ts';
import { type BltToken, tokenizeBlt } from './tokenize-blt.ts';

/** Reads a BLT text. */
export const readBlt = (text: string, plan: KeepingPlan = {}): Result<BallotFile, FileProblem[]> =>
  readWhole(createBltReader(plan), text);

/** Reads BLT as it arrives. */
export const createBltReader = ({ inOrder }: KeepingPlan = {}): BallotFileReader => {
  const state: State = {
    problems: createProblemList(),
    builder: createBallotsBuilder({ form: 'rank', repeats: 'refuse', inOrder }),
    part: 'choices',
    choices: 0,
    seats: 0,
    anyBallot: false,
    open: null,
    names: [],
    nicknames: new Map(),
    undeclared: new Set(),
    line: 0,
    plain: { weight: 0, marks: new Int16Array(64), length: 0 },
  };
  const lines = splitLines((text, line) => readLine(state, text, line));
  return { push: lines.push, end: () => finish(state, lines.end()) };
};

interface State {
  readonly problems: ProblemList;
  readonly builder: BallotsBuilder;
  /** What the next token is part of. */
  part: 'choices' | 'seats' | 'ballots' | 'names' | 'lost';
  choices: number;
  seats: number;
  anyBallot: boolean;
  /** The ballot that has begun and not ended. */
  open: { readonly weight: Weight; readonly column: number; readonly marks: number[] } | null;
  /** Names of the choices, then the title, then whatever notes follow it. */
  readonly names: (BltToken & { readonly line: number })[];
  /** Words that ballots may use in place of numbers. */
  readonly nicknames: Map<string, number>;
  /** Choices that stand for undeclared write-ins. */
  readonly undeclared: Set<number>;
  line: number;
  readonly plain: PlainBallot;
}

const readLine = (state: State, text: string, line: number): void => {
  state.line = line;
  if (state.part === 'ballots' && readPlainBallot(state, text)) return;
  if (state.part === 'ballots' && !state.anyBallot && /^\s*\[/.test(text)) {
    for (const problem of readBltOptions(text, state))
      report(state, problem.code, problem.column, problem.message);
    return;
  }
  const { tokens, unclosed } = tokenizeBlt(text);
  if (unclosed !== null) report(state, 'malformed', unclosed, 'A quotation mark is not closed on its line.');
  for (const token of tokens) if (!readToken(state, token)) break;
  if (state.open !== null) {
    report(state, 'ballot_not_ended', text.length + 1, 'A ballot must end with 0 on its line.');
    state.open = null;
  }
};

/** Most lines; false when the line must be read token by token, to be read at all or to say what is wrong. */
const readPlainBallot = (state: State, text: string): boolean => {
  const { plain } = state;
  if (!scanPlainBallot(text, state.choices, plain)) return false;
  const marks = plain.marks.subarray(0, plain.length);
  if (state.builder.add({ marks, weight: plain.weight }) !== null) return false;
  state.anyBallot = true;
  return true;
};

/** False when the rest of the line cannot be read. */
const readToken = (state: State, token: BltToken): boolean => {
  switch (state.part) {
    case 'choices':
    case 'seats':
      return readCounts(state, token);
    case 'ballots':
      return state.open === null ? beginBallot(state, token) : readRank(state, state.open, token);
    case 'names':
      if (!token.quoted && /^-?\d/.test(token.text))
        return report(
          state,
          'malformed',
          token.column,
          `A name that begins with a digit is quoted, not ${token.text}.`,
        );
      state.names.push({ ...token, line: state.line });
      return true;
    case 'lost':
      return false;
  }
};

const readCounts = (state: State, token: BltToken): boolean => {
  const { part } = state;
  const count = wholeOf(token);
  const most = part === 'choices' ? mostChoices : Number.MAX_SAFE_INTEGER;
  if (count === null || count > most) {
    report(
      state,
      'number_invalid',
      token.column,
      `The file begins with the numbers of choices and seats, not ${token.text}.`,
    );
    state.part = 'lost';
    return false;
  }
  state[part === 'choices' ? 'choices' : 'seats'] = count;
  if (part === 'seats') for (let i = 1; i <= state.choices; i++) state.builder.addChoice({ name: String(i) });
  state.part = part === 'choices' ? 'seats' : 'ballots';
  return true;
};

const beginBallot = (state: State, token: BltToken): boolean => {
  const { text, column, quoted } = token;
  if (!quoted && text === '0') {
    state.part = 'names';
    return true;
  }
  if (!quoted && /^-\d+$/.test(text)) return withdraw(state, token);
  const weight = quoted ? null : parseWeight(text);
  if (weight === null) {
    const [code, message]: [FileProblemCode, string] = text.startsWith('(')
      ? ['not_supported', 'Ballots with an id or a bracket are not read.']
      : ['weight_invalid', `A ballot begins with its weight, a number above 0, not ${text}.`];
    return report(state, code, column, message);
  }
  state.anyBallot = true;
  state.open = { weight, column, marks: [] };
  return true;
};

const withdraw = (state: State, { text, column }: BltToken): boolean => {
  const choice = Number(text.slice(1));
  if (state.anyBallot)
    return report(state, 'unexpected_text', column, 'Withdrawn choices stand before the first ballot.');
  if (choice < 1 || choice > state.choices)
    return report(state, 'unknown_choice', column, `There is no choice ${choice} to withdraw.`);
  state.builder.withdraw(choice - 1);
  return true;
};

const readRank = (state: State, open: NonNullable<State['open']>, token: BltToken): boolean => {
  const { text, column, quoted } = token;
  if (!quoted && text === '0') return endBallot(state, open);
  if (!quoted && text === '-') {
    open.marks.push(skippedRank);
    return true;
  }
  const choices = quoted ? null : choicesOf(text, state.nicknames);
  const wrong = choices?.find((choice) => choice > state.choices);
  if (choices === null || wrong !== undefined) {
    state.open = null;
    return report(
      state,
      choices === null ? 'malformed' : 'unknown_choice',
      column,
      `A rank is a choice from 1 to ${state.choices}, several joined by =, or -; not ${text}.`,
    );
  }
  for (const [i, choice] of choices.entries()) open.marks.push(i === 0 ? choice - 1 : beside(choice - 1));
  return true;
};

/** The numbers of one rank: choices, or their nicknames, joined by =. */
const choicesOf = (text: string, nicknames: ReadonlyMap<string, number>): number[] | null => {
  const numbers = text
    .split('=')
    .map((part) => (/^[1-9]\d*$/.test(part) ? Number(part) : (nicknames.get(part) ?? 0)));
  return numbers.includes(0) ? null : numbers;
};

const endBallot = (state: State, { marks, weight, column }: NonNullable<State['open']>): boolean => {
  state.open = null;
  const refusal = state.builder.add({ marks, weight });
  if (refusal === null) return true;
  const which = refusal.choice === null ? '' : ` (choice ${refusal.choice + 1})`;
  report(state, codeOfRefusal(refusal), column, `This ballot cannot be counted: ${refusal.code}${which}.`);
  return true;
};

const finish = (state: State, lines: number): Result<BallotFile, FileProblem[]> => {
  const { problems, names, choices, seats } = state;
  const end = { line: lines + 1, column: 1 };
  if (state.part === 'choices' || state.part === 'seats')
    problems.add('unexpected_end', end, 'The file must begin with the numbers of choices and seats.');
  if (state.part === 'ballots') problems.add('unexpected_end', end, 'The ballots must end with a single 0.');
  if (state.part === 'names' && names.length < choices)
    problems.add('unexpected_end', end, `There are ${choices} choices and ${names.length} names.`);
  for (const extra of names.slice(choices + 3))
    problems.add('unexpected_text', extra, 'After the names follow title, source and comment, nothing more.');
  const list = problems.list();
  if (list.length > 0) return err(list);
  const ballots = state.builder.build();
  const named = ballots.choices.map(
    (choice, i): Choice => ({
      ...choice,
      name: names[i]!.text,
      writeIn: state.undeclared.has(i) ? 'undeclared' : choice.writeIn,
    }),
  );
  return ok({ ballots: { ...ballots, choices: named }, title: names[choices]?.text ?? null, seats });
};

const wholeOf = ({ text, quoted }: BltToken): number | null =>
  !quoted && /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;

/** Always false: what follows on the line cannot be trusted. */
const report = (state: State, code: FileProblemCode, column: number, message: string): false => {
  state.problems.add(code, { line: state.line, column }, message);
  return false;
};
