// Reads cast vote records of NIST SP 1500-103 in JSON. Rules: SPEC.md F50 to F55.
import { err, ok, type Result } from '@comitium/basics';
import { type Ballots, mostChoices } from '../../ballots/ballots.ts';
import { type BallotsBuilder, createBallotsBuilder, type NewChoice } from '../../ballots/build-ballots.ts';
import { type BallotFile, type BallotFileReader, codeOfRefusal, readWhole } from '../ballot-file.ts';
import { createProblemList, type FileProblem, type Place, type ProblemList } from '../file-problem.ts';
import { itemsOf, type JsonNode, numberOf, textOf } from './json-node.ts';
import { choicesOfContest, findContest } from './read-contest.ts';
import { readMarks, renumber } from './read-marks.ts';
import { snapshotOf } from './snapshot-of.ts';
import { streamJson } from './stream-json.ts';

/** What is read of a report. */
export interface CvrPlan {
  /** The `@id` of the contest; may be left out where there is only one. */
  readonly contestId?: string | undefined;
  /**
   * Which snapshot of a record counts: the current one, or the original one. By default the current one; where a record shows
   * several interpretations beside the original, as those of the rounds of a count, it must be said.
   */
  readonly snapshot?: 'current' | 'original' | undefined;
}

/** Reads a text of cast vote records. */
export const readCvr = (text: string, plan: CvrPlan = {}): Result<BallotFile, FileProblem[]> =>
  readWhole(createCvrReader(plan), text);

/** Reads cast vote records as they arrive. */
export const createCvrReader = (plan: CvrPlan = {}): BallotFileReader => {
  const problems = createProblemList();
  const state: State = {
    problems,
    builder: createBallotsBuilder({ form: 'rank' }),
    contestId: plan.contestId,
    named: plan.contestId !== undefined,
    snapshot: plan.snapshot,
    ranked: null,
    seen: new Map(),
  };
  const json = streamJson({
    key: 'CVR',
    onItem: (record) => readRecord(state, record),
    onProblem: (place, message) => problems.add('malformed', place, message),
  });
  return { push: json.push, end: () => finish(state, json.end()) };
};

interface State {
  readonly problems: ProblemList;
  /** Choices in the order of first mention; the contest's own order is known at the end. */
  readonly builder: BallotsBuilder;
  contestId: string | undefined;
  /** The caller has named the contest. */
  readonly named: boolean;
  readonly snapshot: CvrPlan['snapshot'];
  ranked: boolean | null;
  /** Selections by id, '' for written names without one: their number and where they first stand. */
  readonly seen: Map<string, Place & { readonly number: number }>;
}

const readRecord = (state: State, record: JsonNode): void => {
  const { problems, builder } = state;
  const snapshot = snapshotOf(record, state.snapshot);
  if (!snapshot.ok) {
    problems.add(snapshot.error.code, record, snapshot.error.message);
    return;
  }
  for (const contest of itemsOf(snapshot.value, 'CVRContest')) {
    const id = textOf(contest, 'ContestId') ?? '';
    state.contestId ??= id;
    if (id !== state.contestId) continue;
    const read = readMarks(contest, {
      problems,
      choiceOf: (selection, place) => choiceOf(state, selection, place),
    });
    if (read === null) continue;
    if (read.ranked !== null && state.ranked !== null && read.ranked !== state.ranked)
      problems.add('not_supported', contest, 'Some records have ranks and some have none.');
    state.ranked ??= read.ranked;
    const refusal = builder.add({ marks: read.marks });
    if (refusal !== null)
      problems.add(codeOfRefusal(refusal), contest, `This ballot cannot be counted: ${refusal.code}.`);
  }
};

const choiceOf = (state: State, selection: string | undefined, { line, column }: Place): number | null => {
  const id = selection ?? '';
  const known = state.seen.get(id);
  if (known !== undefined) return known.number;
  if (state.seen.size >= mostChoices) {
    state.problems.add('too_many_choices', { line, column }, `At most ${mostChoices} are read.`);
    return null;
  }
  const number = state.builder.addChoice({ name: id });
  state.seen.set(id, { number, line, column });
  return number;
};

const withContests = (problem: FileProblem, all: readonly JsonNode[]): FileProblem => {
  if (problem.code !== 'contest_missing') return problem;
  const contests = all.map((node) => {
    const id = textOf(node, '@id') ?? '';
    return { id, name: textOf(node, 'Name') ?? id };
  });
  return { ...problem, contests };
};

const finish = (state: State, report: JsonNode | null): Result<BallotFile, FileProblem[]> => {
  const { problems, builder, seen } = state;
  if (report === null) return err(problems.list());
  const all = itemsOf(report, 'Election').flatMap((election) => itemsOf(election, 'Contest'));
  const contest = state.contestId === undefined ? all[0] : findContest(report, state.contestId);
  if (contest === undefined || (!state.named && all.length > 1))
    problems.add(
      'contest_missing',
      report,
      `Name one of the contests by its id: ${all.map(contestLabel).join(', ')}.`,
    );
  const choices = contest === undefined ? [] : paperOf(report, contest, seen);
  checkPaper(choices, contest ?? report, problems);
  const numbers: number[] = [];
  for (const [id, { number, ...place }] of seen) {
    const found = choices.findIndex(
      (choice) => choice.id === id || (id === '' && choice.writeIn === 'undeclared'),
    );
    if (found < 0 && contest !== undefined)
      problems.add('unknown_choice', place, `The contest has no selection ${id}.`);
    numbers[number] = found;
  }
  const list = problems.list();
  if (list.length > 0) return err(list.map((problem) => withContests(problem, all)));
  const ballots = rebuild(builder.build(), {
    choices,
    numbers,
    form: state.ranked === false ? 'choose' : 'rank',
  });
  return ok({
    ballots,
    title: textOf(contest, 'Name') ?? null,
    seats: numberOf(contest, 'NumberElected') ?? null,
  });
};

const contestLabel = (contest: JsonNode): string => {
  const [id, name] = [textOf(contest, '@id') ?? '', textOf(contest, 'Name')];
  return name === undefined ? id : `${id} (${name})`;
};

/** What would make a paper that cannot be: then nothing is built. */
const checkPaper = (choices: Paper, place: Place, problems: ProblemList): void => {
  const ids = new Set(choices.map(({ id }) => id));
  if (ids.size < choices.length || ids.has(''))
    problems.add('duplicate_name', place, 'Every selection of the contest needs an @id of its own.');
  if (choices.length > mostChoices)
    problems.add('too_many_choices', place, `At most ${mostChoices} are read.`);
};

type Paper = readonly (NewChoice & { readonly id: string })[];

/** The contest's choices; written names without a selection get a line of their own where the contest has none for them. */
const paperOf = (report: JsonNode, contest: JsonNode, seen: State['seen']): Paper => {
  const choices = choicesOfContest(report, contest);
  const covered = !seen.has('') || choices.some(({ writeIn }) => writeIn === 'undeclared');
  return covered
    ? choices
    : [...choices, { id: 'write-in', name: 'Undeclared write-ins', writeIn: 'undeclared' as const }];
};

interface Rebuilding {
  readonly choices: Paper;
  /** The place on the paper of each choice as it was first met. */
  readonly numbers: readonly number[];
  readonly form: 'choose' | 'rank';
}

const rebuild = (ballots: Ballots, { choices, numbers, form }: Rebuilding): Ballots => {
  const builder = createBallotsBuilder({ form, choices });
  const { groups, starts, marks, weights } = ballots;
  for (let group = 0; group < groups; group++) {
    const renumbered = renumber(marks.subarray(starts[group], starts[group + 1]), numbers);
    const refusal = builder.add({ marks: renumbered, weight: weights[group]! });
    if (refusal !== null) throw new Error(`a ballot that was taken is refused: ${refusal.code}`);
  }
  return builder.build();
};
