// Reads the Aggregated Ballot Information Format. Rules: SPEC.md F30 to F33.
import { err, ok, type Result } from '@comitium/basics';
import { beside, mostChoices } from '../../ballots/ballots.ts';
import { type BallotsBuilder, createBallotsBuilder } from '../../ballots/build-ballots.ts';
import type { Weight } from '../../ballots/weight-column.ts';
import { type BallotFile, type BallotFileReader, codeOfRefusal, readWhole } from '../ballot-file.ts';
import {
  createProblemList,
  type FileProblem,
  type FileProblemCode,
  type ProblemList,
} from '../file-problem.ts';
import { parseWeight } from '../parse-weight.ts';
import { splitLines } from '../split-lines.ts';
import { type AbifMetadata, readMetadata } from './abif-metadata.ts';
import { type AbifChoice, parseAbifBallot } from './parse-abif-ballot.ts';

/** Reads an ABIF text. */
export const readAbif = (text: string): Result<BallotFile, FileProblem[]> =>
  readWhole(createAbifReader(), text);

/** Reads ABIF as it arrives. */
export const createAbifReader = (): BallotFileReader => {
  const state: State = {
    problems: createProblemList(),
    metadata: {},
    builder: null,
    blank: [],
    scored: false,
    numbers: new Map(),
    names: [],
    declared: false,
    lowest: 0,
    highest: 0,
  };
  const lines = splitLines((text, line) => readLine(state, text, line));
  return { push: lines.push, end: () => finish(state, lines.end()) };
};

interface State {
  readonly problems: ProblemList;
  readonly metadata: AbifMetadata;
  /** Null until the first ballot that names somebody, which says whether there are scores. */
  builder: BallotsBuilder | null;
  /** Blank ballots before it. */
  readonly blank: Weight[];
  scored: boolean;
  readonly numbers: Map<string, number>;
  readonly names: { readonly id: string; readonly name: string }[];
  declared: boolean;
  lowest: number;
  highest: number;
}

/** The scores the builder takes; the file's own scale is known at its end. */
const widest = { min: -(2 ** 31), max: 2 ** 31 - 1, grades: null };

const readLine = (state: State, text: string, line: number): void => {
  const report = (code: FileProblemCode, column: number, message: string): void =>
    state.problems.add(code, { line, column }, message);
  const bare = text.trim();
  if (bare === '' || bare.startsWith('#') || /^ABIF\b/.test(bare)) return;
  if (bare.startsWith('{')) {
    readMetadata(state.metadata, bare, (message) => report('malformed', 1, message));
    return;
  }
  const weighted = /^\s*(\d+(?:\.\d+)?)\s*:/.exec(text);
  if (weighted !== null) {
    readBallot(state, { text, start: weighted[0].length, weight: weighted[1]! }, report);
    return;
  }
  const declared =
    /^\s*=?\s*(?:"([^"]+)"|([\p{L}_][\p{L}\p{N}_.-]*))\s*:\s*(?:\[([^\]]*)\]|"([^"]*)"|([^\s#[\]"]+))\s*(?:#.*)?$/u.exec(
      text,
    );
  if (declared === null) {
    report('malformed', 1, 'Neither a ballot, a choice, metadata nor a comment.');
    return;
  }
  const [, quoted, word, bracketed, quotedName, bareName] = declared;
  declare(state, { key: quoted ?? word ?? '', name: bracketed ?? quotedName ?? bareName ?? '' }, report);
};

type Report = (code: FileProblemCode, column: number, message: string) => void;

const declare = (state: State, { key, name }: { key: string; name: string }, report: Report): void => {
  if (state.builder !== null && !state.declared) {
    report('unexpected_text', 1, 'Choices are declared before the first ballot.');
    return;
  }
  if (state.numbers.has(key)) {
    report('duplicate_name', 1, `${key} is declared twice.`);
    return;
  }
  state.declared = true;
  addChoice(state, key, name);
};

const addChoice = (state: State, id: string, name: string): number => {
  const number = state.names.length;
  state.numbers.set(id, number);
  state.names.push({ id, name });
  state.builder?.addChoice({ id, name });
  return number;
};

interface BallotLine {
  readonly text: string;
  readonly start: number;
  readonly weight: string;
}

const readBallot = (state: State, { text, start, weight: given }: BallotLine, report: Report): void => {
  const weight = parseWeight(given);
  const parsed = parseAbifBallot(text, start);
  if (weight === null) report('weight_invalid', 1, `${given} is no weight above 0.`);
  if (!parsed.ok) {
    report(parsed.error.code, parsed.error.column, parsed.error.message);
    return;
  }
  if (weight === null) return;
  const choices = parsed.value;
  if (choices.length === 0 && state.builder === null) {
    state.blank.push(weight);
    return;
  }
  state.builder ??= begin(state, choices);
  const numbers = choices.map(({ key, column }) => {
    const known = state.numbers.get(key);
    if (known !== undefined) return known;
    if (state.declared) report('unknown_choice', column, `${key} is not among the choices declared.`);
    else if (state.names.length >= mostChoices)
      report('too_many_choices', column, `At most ${mostChoices} are read.`);
    else return addChoice(state, key, key);
    return null;
  });
  const found = numbers.filter((number) => number !== null);
  if (found.length < choices.length) return;
  if (state.scored) addScores(state, { choices, numbers: found, weight, builder: state.builder }, report);
  else addRanks({ choices, numbers: found, weight, builder: state.builder }, report);
};

const begin = (state: State, choices: readonly AbifChoice[]): BallotsBuilder => {
  state.scored = choices.some(({ score }) => score !== null);
  const shared = { choices: state.names, repeats: 'refuse' } as const;
  const builder = state.scored
    ? createBallotsBuilder({ ...shared, form: 'score', scale: widest })
    : createBallotsBuilder({ ...shared, form: 'rank' });
  for (const weight of state.blank) {
    const refusal = builder.add({ marks: [], ...(state.scored ? { scores: [] } : {}), weight });
    if (refusal !== null)
      state.problems.add(codeOfRefusal(refusal), { line: 1, column: 1 }, 'There are too many blank ballots.');
  }
  return builder;
};

interface Read {
  readonly choices: readonly AbifChoice[];
  readonly numbers: readonly number[];
  readonly weight: Weight;
  readonly builder: BallotsBuilder;
}

const addRanks = ({ choices, numbers, weight, builder }: Read, report: Report): void => {
  const scored = choices.find(({ score }) => score !== null);
  if (scored !== undefined) {
    report('score_missing', scored.column, 'Ballots before this one have no scores.');
    return;
  }
  const marks = choices.map(({ after }, i) =>
    after === '=' || after === ',' ? beside(numbers[i]!) : numbers[i]!,
  );
  const refusal = builder.add({ marks, weight });
  if (refusal !== null)
    report(
      codeOfRefusal(refusal),
      choices[0]?.column ?? 1,
      `This ballot cannot be counted: ${refusal.code}.`,
    );
};

const addScores = (state: State, { choices, numbers, weight, builder }: Read, report: Report): void => {
  const commas = choices.every(({ after }) => after === '' || after === ',');
  const last = choices.findLastIndex(({ score }) => score !== null);
  const without = choices.find(({ score }, i) => score === null && (last < 0 || (!commas && i < last)));
  if (without !== undefined) {
    report('score_missing', without.column, `${without.key} has no score.`);
    return;
  }
  const scored = choices.flatMap(({ score, after, column }, i) =>
    score === null ? [] : [{ score, after, column, number: numbers[i]! }],
  );
  const scores = scored.map(({ score }) => score);
  const ordered = scored.every(({ after }) => after !== ',');
  for (const [i, { after, column }] of scored.entries()) {
    const before = scores[i - 1];
    const fits =
      commas ||
      before === undefined ||
      after === ',' ||
      (after === '>' ? before > scores[i]! || (ordered && before === scores[i]) : before === scores[i]);
    if (!fits) {
      report('order_contradicts_scores', column, 'The order is not that of the scores.');
      return;
    }
  }
  const numbered = scored.map(({ number, after }) => (ordered && after === '=' ? beside(number) : number));
  const refusal = builder.add({ marks: numbered, scores, ordered, weight });
  if (refusal !== null) {
    report(
      codeOfRefusal(refusal),
      choices[0]?.column ?? 1,
      `This ballot cannot be counted: ${refusal.code}.`,
    );
    return;
  }
  state.lowest = Math.min(state.lowest, ...scores);
  state.highest = Math.max(state.highest, ...scores);
};

const finish = (state: State, lines: number): Result<BallotFile, FileProblem[]> => {
  const { metadata, problems } = state;
  const end = { line: lines + 1, column: 1 };
  state.builder ??= begin(state, []);
  const min = metadata.min_score ?? state.lowest;
  const max = metadata.max_score ?? state.highest;
  if (state.scored && (min > state.lowest || max < state.highest))
    problems.add(
      'score_invalid',
      end,
      `Scores go from ${state.lowest} to ${state.highest}, beyond ${min} to ${max}.`,
    );
  const list = problems.list();
  if (list.length > 0) return err(list);
  const built = state.builder.build();
  const ballots = state.scored ? { ...built, scale: { min, max, grades: null } } : built;
  return ok({ ballots, title: metadata.title ?? null, seats: metadata.seats ?? null });
};
