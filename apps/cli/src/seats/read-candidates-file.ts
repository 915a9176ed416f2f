import { err, ok, type Result } from '@comitium/basics';
import type { CsvField } from '@comitium/tally/formats';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { problemAt, readCount, readSeats } from './read-figures.ts';
import { readColumns, type VotesColumns, type VotesFile } from './read-votes-file.ts';

export interface CandidatesColumns extends Pick<VotesColumns, 'lists' | 'votes'> {
  readonly candidates: string;
  readonly districts?: string;
  readonly seatsColumn?: string;
  readonly alliances?: string;
}

/** A list of one district: personal votes in the order of the file, and its empty lines. */
export interface ListOfCandidates {
  readonly names: string[];
  readonly votes: number[];
  additional: number;
}

export interface CandidatesFile {
  /** As if it had been a file of lists: their votes are those of candidates and empty lines, and nobody has more seats than candidates. */
  readonly votes: VotesFile;
  /** Per district, per list of the whole file; null where it does not stand. */
  readonly candidates: readonly (readonly (ListOfCandidates | null)[])[];
}

/** Reads a table with a row for each candidate of each district; a row that names none holds the empty lines of its list. */
export const readCandidatesFile = (
  text: string,
  columns: CandidatesColumns,
): Result<CandidatesFile, CommandProblem[]> => {
  const table = readColumns(text, { ...columns });
  if (!table.ok) return table;
  const state: State = { problems: [], lists: [], districts: new Map() };
  const names = table.value.columns;
  for (const row of table.value.rows)
    readRow(state, (column) => (column === undefined ? null : (row[names.indexOf(column)] ?? null)), columns);
  if (table.value.rows.length === 0) state.problems.push(ofArgument('no_votes', 'The file holds no votes.'));
  return state.problems.length > 0 ? err(state.problems) : ok(whole(state));
};

interface OpenDistrict {
  readonly name: string | null;
  seats: number | null;
  readonly lists: Map<number, ListOfCandidates>;
  readonly alliances: Map<string, Set<number>>;
}

interface State {
  readonly problems: CommandProblem[];
  readonly lists: string[];
  readonly districts: Map<string, OpenDistrict>;
}

const readRow = (
  { problems, lists, districts }: State,
  fieldOf: (column: string | undefined) => CsvField | null,
  columns: CandidatesColumns,
): void => {
  const [list, candidate] = [fieldOf(columns.lists)!, fieldOf(columns.candidates)!];
  const name = list.text.trim();
  if (name === '') problems.push(problemAt(list, 'list_missing', 'This row names no list.'));
  if (!lists.includes(name)) lists.push(name);
  const place = lists.indexOf(name);
  const where = fieldOf(columns.districts)?.text.trim() ?? null;
  const district = districts.get(where ?? '') ?? {
    ...{ name: where, seats: null, lists: new Map(), alliances: new Map() },
  };
  districts.set(where ?? '', district);
  const open = district.lists.get(place) ?? { names: [], votes: [], additional: 0 };
  district.lists.set(place, open);
  const votes = readCount(problems, fieldOf(columns.votes)!);
  const person = candidate.text.trim();
  if (person === '') open.additional += votes;
  else if (open.names.includes(person))
    problems.push(problemAt(candidate, 'repeated_candidate', `${person} comes twice on this list.`));
  else {
    open.names.push(person);
    open.votes.push(votes);
  }
  readSeats(problems, district, fieldOf(columns.seatsColumn));
  const alliance = fieldOf(columns.alliances)?.text.trim() ?? '';
  if (alliance !== '')
    district.alliances.set(alliance, (district.alliances.get(alliance) ?? new Set()).add(place));
};

const whole = ({ lists, districts }: State): CandidatesFile => {
  const all = [...districts.values()];
  const candidates = all.map((district) => lists.map((_, list) => district.lists.get(list) ?? null));
  const votesOf = (list: ListOfCandidates | null): number =>
    list?.votes.reduce((sum, count) => sum + count, list.additional) ?? 0;
  return {
    votes: {
      lists,
      districts: all.map(({ name, seats, alliances }, at) => ({
        ...{ name, seats, direct: null, independents: 0 },
        votes: candidates[at]!.map(votesOf),
        atMost: candidates[at]!.map((list) => list?.names.length ?? 0),
        alliances: [...alliances.values()].map((members) => [...members]),
      })),
    },
    candidates,
  };
};
