import { err, ok, type Result } from '@comitium/basics';
import { type CsvField, type CsvTable, delimiterOf, readCsvTable } from '@comitium/tally/formats';
import { type CommandProblem, ofArgument, ofFile } from '../count/command-problem.ts';
import { problemAt, readCount, readSeats } from './read-figures.ts';

/** Which columns of the table hold what. */
export type VotesColumns = {
  readonly lists: string;
  readonly votes: string;
  readonly districts?: string;
  readonly seatsColumn?: string;
  readonly alliances?: string;
  readonly atMost?: string;
  /** Constituencies won; a row that names no list then holds those of independents. */
  readonly direct?: string;
};

export interface VotesDistrict {
  /** null where the file has no districts. */
  readonly name: string | null;
  /** null where no column says so. */
  readonly seats: number | null;
  /** Per list of the whole file; 0 where it has no row in this district. */
  readonly votes: number[];
  /** Per list the most seats it can fill; null without that column. */
  readonly atMost: number[] | null;
  /** Lists that stand together here. */
  readonly alliances: number[][];
  /** Per list the constituencies that it won; null without that column. */
  readonly direct: number[] | null;
  /** Constituencies that nobody's list won. */
  readonly independents: number;
}

export interface VotesFile {
  readonly lists: readonly string[];
  readonly districts: readonly VotesDistrict[];
}

/** Reads a table with a row for each list of each district. */
export const readVotesFile = (text: string, columns: VotesColumns): Result<VotesFile, CommandProblem[]> => {
  const table = readColumns(text, columns);
  if (!table.ok) return table;
  const state = createState(table.value, columns);
  for (const row of table.value.rows) readRow(state, row);
  if (table.value.rows.length === 0) state.problems.push(ofArgument('no_votes', 'The file holds no votes.'));
  if (state.problems.length > 0) return err(state.problems);
  return ok({ lists: state.lists, districts: [...state.districts.values()].map((one) => whole(one, state)) });
};

/** The table with all the columns that are named. */
export const readColumns = (
  text: string,
  columns: Readonly<Partial<Record<string, string>>>,
): Result<CsvTable, CommandProblem[]> => {
  const table = readCsvTable(text, delimiterOf(text));
  if (!table.ok) return err(table.error.map(ofFile));
  const missing = Object.values(columns).filter(
    (name) => name !== undefined && !table.value.columns.includes(name),
  );
  if (missing.length > 0) {
    const there = table.value.columns.join(', ');
    return err(
      missing.map((name) => ofArgument('column_missing', `There is no column ${name}; there are ${there}.`)),
    );
  }
  return ok(table.value);
};

/** A district while its rows are read: by list. */
interface OpenDistrict {
  readonly name: string | null;
  seats: number | null;
  readonly votes: Map<number, number>;
  readonly atMost: Map<number, number>;
  readonly alliances: Map<string, number[]>;
  readonly direct: Map<number, number>;
  independents: number;
}

interface State {
  readonly columns: VotesColumns;
  readonly fieldOf: (row: readonly CsvField[], column: string | undefined) => CsvField | null;
  readonly problems: CommandProblem[];
  readonly lists: string[];
  readonly districts: Map<string, OpenDistrict>;
}

const createState = (table: CsvTable, columns: VotesColumns): State => ({
  columns,
  fieldOf: (row, column) => (column === undefined ? null : (row[table.columns.indexOf(column)] ?? null)),
  problems: [],
  lists: [],
  districts: new Map(),
});

const readRow = (state: State, row: readonly CsvField[]): void => {
  const { columns, fieldOf, problems, lists, districts } = state;
  const list = fieldOf(row, columns.lists)!;
  const name = list.text.trim();
  const district = openDistrict(districts, fieldOf(row, columns.districts)?.text.trim() ?? null);
  const direct = fieldOf(row, columns.direct);
  if (name === '' && direct !== null) {
    district.independents += readCount(state.problems, direct);
    readSeats(state.problems, district, fieldOf(row, columns.seatsColumn));
    return;
  }
  if (name === '') problems.push(problemAt(list, 'list_missing', 'This row names no list.'));
  if (!lists.includes(name)) lists.push(name);
  const place = lists.indexOf(name);
  if (district.votes.has(place)) problems.push(problemAt(list, 'repeated_list', `${name} comes twice here.`));
  district.votes.set(place, readCount(problems, fieldOf(row, columns.votes)!));
  const most = fieldOf(row, columns.atMost);
  if (most !== null) district.atMost.set(place, readCount(problems, most));
  if (direct !== null) district.direct.set(place, readCount(problems, direct));
  readSeats(problems, district, fieldOf(row, columns.seatsColumn));
  const alliance = fieldOf(row, columns.alliances)?.text.trim() ?? '';
  if (alliance !== '') district.alliances.set(alliance, [...(district.alliances.get(alliance) ?? []), place]);
};

const openDistrict = (districts: Map<string, OpenDistrict>, name: string | null): OpenDistrict => {
  const district = districts.get(name ?? '') ?? {
    ...{ name, seats: null, votes: new Map(), atMost: new Map(), alliances: new Map() },
    ...{ direct: new Map(), independents: 0 },
  };
  districts.set(name ?? '', district);
  return district;
};

const whole = ({ name, seats, ...open }: OpenDistrict, { columns, lists }: State): VotesDistrict => ({
  name,
  seats,
  votes: lists.map((_, list) => open.votes.get(list) ?? 0),
  atMost: columns.atMost === undefined ? null : lists.map((_, list) => open.atMost.get(list) ?? 0),
  alliances: [...open.alliances.values()],
  direct: columns.direct === undefined ? null : lists.map((_, list) => open.direct.get(list) ?? 0),
  independents: open.independents,
});
