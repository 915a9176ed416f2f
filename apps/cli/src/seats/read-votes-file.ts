import { err, ok, type Result } from '@comitium/basics';
import { type CsvField, type CsvTable, delimiterOf, readCsvTable } from '@comitium/tally/formats';
import { type CommandProblem, ofArgument, ofFile } from '../count/command-problem.ts';

/** Which columns of the table hold what. */
export interface VotesColumns {
  readonly lists: string;
  readonly votes: string;
  readonly districts?: string;
  readonly seatsColumn?: string;
  readonly alliances?: string;
  readonly atMost?: string;
}

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
}

export interface VotesFile {
  readonly lists: readonly string[];
  readonly districts: readonly VotesDistrict[];
}

/** Reads a table with a row for each list of each district. */
export const readVotesFile = (text: string, columns: VotesColumns): Result<VotesFile, CommandProblem[]> => {
  const table = readCsvTable(text, delimiterOf(text));
  if (!table.ok) return err(table.error.map(ofFile));
  const missing = Object.values(columns).filter(
    (name: string | undefined) => name !== undefined && !table.value.columns.includes(name),
  );
  if (missing.length > 0)
    return err(missing.map((name) => ofArgument('column_missing', `There is no column ${name}.`)));
  const state = createState(table.value, columns);
  for (const row of table.value.rows) readRow(state, row);
  if (table.value.rows.length === 0) state.problems.push(ofArgument('no_votes', 'The file holds no votes.'));
  if (state.problems.length > 0) return err(state.problems);
  return ok({ lists: state.lists, districts: [...state.districts.values()].map((one) => whole(one, state)) });
};

/** A district while its rows are read: by list. */
interface OpenDistrict {
  readonly name: string | null;
  seats: number | null;
  readonly votes: Map<number, number>;
  readonly atMost: Map<number, number>;
  readonly alliances: Map<string, number[]>;
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
  if (name === '') problems.push(at(list, 'list_missing', 'This row names no list.'));
  if (!lists.includes(name)) lists.push(name);
  const place = lists.indexOf(name);
  const districtName = fieldOf(row, columns.districts)?.text.trim() ?? null;
  const district = districts.get(districtName ?? '') ?? {
    name: districtName,
    seats: null,
    votes: new Map(),
    atMost: new Map(),
    alliances: new Map(),
  };
  districts.set(districtName ?? '', district);
  if (district.votes.has(place)) problems.push(at(list, 'repeated_list', `${name} comes twice here.`));
  district.votes.set(place, readCount(state, fieldOf(row, columns.votes)!));
  const most = fieldOf(row, columns.atMost);
  if (most !== null) district.atMost.set(place, readCount(state, most));
  readSeats(state, district, fieldOf(row, columns.seatsColumn));
  const alliance = fieldOf(row, columns.alliances)?.text.trim() ?? '';
  if (alliance !== '') district.alliances.set(alliance, [...(district.alliances.get(alliance) ?? []), place]);
};

const readSeats = (state: State, district: OpenDistrict, field: CsvField | null): void => {
  if (field === null) return;
  const seats = readCount(state, field);
  if (district.seats !== null && district.seats !== seats)
    state.problems.push(
      at(field, 'seats_differ', `This district has ${district.seats} seats in an earlier row.`),
    );
  district.seats ??= seats;
};

/** A whole number as people write it in tables: digits alone. */
const readCount = ({ problems }: State, field: CsvField): number => {
  const text = field.text.trim();
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count;
  problems.push(at(field, 'number_invalid', `A whole number is expected, not ${text || 'nothing'}.`));
  return 0;
};

const at = ({ line, column }: CsvField, code: string, message: string): CommandProblem => ({
  code,
  line,
  column,
  message,
});

const whole = ({ name, seats, ...open }: OpenDistrict, { columns, lists }: State): VotesDistrict => ({
  name,
  seats,
  votes: lists.map((_, list) => open.votes.get(list) ?? 0),
  atMost: columns.atMost === undefined ? null : lists.map((_, list) => open.atMost.get(list) ?? 0),
  alliances: [...open.alliances.values()],
});
