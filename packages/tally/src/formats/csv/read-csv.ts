// Reads ballots from CSV whose columns mean what the plan says. Rules: SPEC.md F40 to F44.
import { err, ok, type Result } from '@comitium/basics';
import { mostChoices } from '../../ballots/ballots.ts';
import { type BallotsBuilder, createBallotsBuilder } from '../../ballots/build-ballots.ts';
import { oneVote, type Weight } from '../../ballots/weight-column.ts';
import { type BallotFile, type BallotFileReader, codeOfRefusal, readWhole } from '../ballot-file.ts';
import { createProblemList, type FileProblem, type ProblemList } from '../file-problem.ts';
import { parseWeight } from '../parse-weight.ts';
import { type CellReader, createCellReader } from './csv-cells.ts';
import type { CsvPlan } from './csv-plan.ts';
import { type CsvField, createCsvParser } from './parse-csv.ts';

/** Reads a CSV text. */
export const readCsv = (text: string, plan: CsvPlan): Result<BallotFile, FileProblem[]> =>
  readWhole(createCsvReader(plan), text);

/** Reads CSV as it arrives. */
export const createCsvReader = (plan: CsvPlan): BallotFileReader => {
  const state: State = { plan, problems: createProblemList(), builder: builderOf(plan), columns: null };
  const parser = createCsvParser({
    delimiter: plan.delimiter ?? ',',
    problems: state.problems,
    onRow: (row) => readRow(state, row),
  });
  return {
    push: parser.push,
    end() {
      const end = parser.end();
      if (state.columns === null)
        state.problems.add('header_missing', end, 'The first row names the columns.');
      const list = state.problems.list();
      return list.length > 0 ? err(list) : ok({ ballots: state.builder.build(), title: null, seats: null });
    },
  };
};

interface State {
  readonly plan: CsvPlan;
  readonly problems: ProblemList;
  readonly builder: BallotsBuilder;
  columns: Columns | null;
}

interface Columns {
  readonly count: number;
  readonly weight: number;
  readonly cells: CellReader;
}

const builderOf = ({ layout, scale, choices = [], inOrder }: CsvPlan): BallotsBuilder => {
  const known = layout === 'choices' ? choices.map((name) => ({ name })) : [];
  if (layout === 'scores') return createBallotsBuilder({ form: 'score', scale, inOrder });
  return createBallotsBuilder({ form: layout === 'marks' ? 'choose' : 'rank', choices: known, inOrder });
};

const readRow = (state: State, row: readonly CsvField[]): void => {
  if (state.columns === null) state.columns = readHead(state, row);
  else readBallot(state, state.columns, row);
};

const readHead = ({ plan, problems, builder }: State, row: readonly CsvField[]): Columns => {
  const names = row.map(({ text }) => text.trim());
  const [first] = row;
  const apart = [plan.weightColumn, ...(plan.ignoredColumns ?? [])].filter((name) => name !== undefined);
  for (const name of apart)
    if (!names.includes(name)) problems.add('column_missing', first!, `There is no column ${name}.`);
  for (const [i, field] of row.entries())
    if (names.indexOf(names[i]!) < i)
      problems.add('duplicate_name', field, `Two columns are named ${names[i]}.`);
  const votes = names.flatMap((name, i) => (apart.includes(name) ? [] : [i]));
  if (votes.length > mostChoices)
    problems.add('too_many_choices', first!, `At most ${mostChoices} columns are read.`);
  const used = votes.slice(0, mostChoices);
  return {
    count: row.length,
    weight: plan.weightColumn === undefined ? -1 : names.indexOf(plan.weightColumn),
    cells: createCellReader(plan, { builder, problems, names, used }),
  };
};

const readBallot = (state: State, columns: Columns, row: readonly CsvField[]): void => {
  const { problems, builder } = state;
  const [first] = row;
  if (first === undefined) return;
  if (row.length !== columns.count) {
    problems.add(
      'count_differs',
      first,
      `This row has ${row.length} fields; the first has ${columns.count}.`,
    );
    return;
  }
  const weight = weightOf(state, row[columns.weight]);
  const ballot = columns.cells(row);
  if (ballot === null || weight === null) return;
  const refusal = builder.add({ ...ballot, weight });
  if (refusal !== null)
    problems.add(codeOfRefusal(refusal), first, `This ballot cannot be counted: ${refusal.code}.`);
};

const weightOf = ({ problems }: State, field: CsvField | undefined): Weight | null => {
  if (field === undefined) return oneVote;
  const weight = parseWeight(field.text.trim());
  if (weight === null) problems.add('weight_invalid', field, `${field.text} is no weight above 0.`);
  return weight;
};
