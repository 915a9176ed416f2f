// Flat ballots: one line for each choice, which may also describe its race, contest and party.
import { err, ok, type Result } from '@comitium/basics';
import type { FieldError } from '@comitium/contract';
import { type CsvRow, readCsv } from '../territory/index.ts';
import type { PartyFacts, RaceFacts } from './election-facts.ts';
import { independentColumn } from './race-columns.ts';
import { type Columns, type Told, type ToldOf, tell, textsOf } from './told-once.ts';

export interface CsvBallots {
  /** Not yet known to have the shape of an import. */
  readonly body: unknown;
  /** Lines whose cells do not fit the header, or contradict an earlier line. */
  readonly errors: readonly FieldError[];
  /** Gives each error its line and column, where a line said it first. */
  withLines(errors: readonly FieldError[]): FieldError[];
}

interface CsvContext {
  /** What the election has already is described here, as far as the file says nothing else. */
  readonly parties: readonly PartyFacts[];
  readonly races: readonly RaceFacts[];
  readonly encoding?: string | undefined;
}

/** The columns by what they say of: the list it stands in, and the member. */
const columnsOf = {
  parties: { code: 'party', name: 'party_name', shortName: 'party_short_name', color: 'party_color' },
  races: {
    code: 'race',
    name: 'race_name',
    seatMethod: 'seat_method',
    threshold: 'threshold',
    blankVotes: 'blank_votes',
  },
  contests: { race: 'race', area: 'area', name: 'contest_name', seats: 'seats', heldBy: 'held_by' },
  choices: { code: 'code', name: 'name', party: 'party', color: 'color' },
} satisfies Record<string, Columns>;

const required = ['race', 'area', 'code', 'name'];
const known = [...new Set(Object.values(columnsOf).flatMap((columns): string[] => Object.values(columns)))];

/**
 * Columns race, area, code, name, and as wanted party, color, contest_name, seats, held_by, race_name, seat_method,
 * threshold, blank_votes (yes/no), party_name, party_short_name, party_color; others are refused, because a misspelt
 * one would change what is elected.
 */
export const readBallotsCsv = (
  bytes: Uint8Array,
  { parties, races, encoding }: CsvContext,
): Result<CsvBallots, readonly FieldError[]> => {
  const read = readCsv(bytes, { columns: required, others: known, encoding });
  if (!read.ok) return err(read.error);
  const told = { parties: new Map(), races: new Map(), contests: new Map() } as AllTold;
  const choices = new Map<string, { line: number; body: object }[]>();
  const contradictions = read.value.rows.flatMap((row) => readRow(row, told, choices));
  const body = {
    parties: bodiesOf(parties, told.parties, partyBody),
    races: bodiesOf(races.map(asRaceBody), told.races, raceBody),
    contests: [...told.contests].map(([key, contest]) => ({
      ...withNumber(textsOf(contest), 'seats'),
      choices: (choices.get(key) ?? []).map((choice) => choice.body),
    })),
  };
  const lines = linesOf(body, told, choices);
  return ok({
    body,
    errors: [...read.value.errors, ...contradictions],
    withLines: (errors) => errors.map((error) => withLine(error, lines)),
  });
};

interface AllTold {
  readonly parties: ToldOf;
  readonly races: ToldOf;
  readonly contests: ToldOf;
}

const readRow = (
  row: CsvRow,
  told: AllTold,
  choices: Map<string, { line: number; body: object }[]>,
): FieldError[] => {
  const { party = '', held_by: heldBy = '', race = '', area = '' } = row.cells;
  const contest = JSON.stringify([race, area]);
  const ofContest = choices.get(contest) ?? [];
  choices.set(contest, ofContest);
  ofContest.push({ line: row.line, body: textsOf(choiceOf(row)) });
  return [
    ...(party === '' ? [] : tell(told.parties, { key: party, columns: columnsOf.parties, row })),
    // The party columns describe the choice's party, not the one that holds the seat.
    ...(heldBy === '' ? [] : tell(told.parties, { key: heldBy, columns: { code: 'held_by' }, row })),
    ...tell(told.races, { key: race, columns: columnsOf.races, row }),
    ...tell(told.contests, { key: contest, columns: columnsOf.contests, row }),
  ];
};

const choiceOf = (row: CsvRow): Told | undefined => {
  const alone: ToldOf = new Map();
  tell(alone, { key: '', columns: columnsOf.choices, row });
  return alone.get('');
};

/** Those that the election has, as the file changes them, then those that only the file has. */
const bodiesOf = <Body extends { readonly code: string }>(
  existing: readonly Body[],
  told: ToldOf,
  bodyOf: (code: string, texts: Record<string, string>, before: Body | undefined) => object,
): { code: string }[] => {
  const before = new Map(existing.map((one) => [one.code, one]));
  const codes = new Set([...before.keys(), ...told.keys()]);
  return [...codes].map((code) => ({ ...bodyOf(code, textsOf(told.get(code)), before.get(code)), code }));
};

const partyBody = (code: string, texts: Record<string, string>, before: PartyFacts | undefined): object => {
  const { name, shortName, color } = before ?? {
    name: code,
    shortName: code,
    color: independentColumn.color,
  };
  return { name, shortName, color, ...texts };
};

const asRaceBody = ({ code, name, seatMethod, threshold, blankVotes }: RaceFacts) => ({
  ...{ code, name, seatMethod, threshold, blankVotes },
});

const raceBody = (code: string, texts: Record<string, string>, before: object | undefined): object => ({
  ...(before ?? { name: code, seatMethod: 'plurality', blankVotes: false }),
  ...withNumber(texts, 'threshold'),
  ...(texts['blankVotes'] === undefined ? {} : { blankVotes: flag(texts['blankVotes']) }),
});

/** A number where the text is one; the text itself is refused later, with its line. */
const withNumber = (texts: Record<string, string>, member: string): object => {
  const text = texts[member];
  return text === undefined || Number.isNaN(Number(text)) ? texts : { ...texts, [member]: Number(text) };
};

const flag = (text: string): boolean | string => {
  if (/^(yes|true|1)$/i.test(text)) return true;
  return /^(no|false|0)$/i.test(text) ? false : text;
};

/** Lines by the path of what they say. */
const linesOf = (
  body: { parties: { code: string }[]; races: { code: string }[] },
  told: AllTold,
  choices: ReadonlyMap<string, readonly { line: number }[]>,
): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  const add = (path: string, one: Told | undefined): void => {
    if (one === undefined) return;
    lines.set(path, one.line);
    for (const [member, { line }] of one.members) lines.set(`${path}/${member}`, line);
  };
  for (const list of ['parties', 'races'] as const) {
    for (const [place, { code }] of body[list].entries()) add(`/${list}/${place}`, told[list].get(code));
  }
  for (const [place, [key, contest]] of [...told.contests].entries()) {
    add(`/contests/${place}`, contest);
    for (const [at, { line }] of (choices.get(key) ?? []).entries()) {
      lines.set(`/contests/${place}/choices/${at}`, line);
    }
  }
  return lines;
};

const columnAt = (list: string, member: string): string => {
  const columns: Columns = Object.hasOwn(columnsOf, list) ? columnsOf[list as keyof typeof columnsOf] : {};
  return columns[member] ?? '';
};

const withLine = (error: FieldError, lines: ReadonlyMap<string, number>): FieldError => {
  const parts = error.path.split('/');
  const places = parts.flatMap((part, at) => (/^\d+$/.test(part) ? [at] : [])).reverse();
  for (const at of places) {
    const pathTo = (length: number): string => parts.slice(0, length).join('/');
    const line = lines.get(pathTo(at + 2)) ?? lines.get(pathTo(at + 1));
    if (line !== undefined) {
      return { ...error, path: columnAt(parts[at - 1] ?? '', parts[at + 1] ?? ''), line };
    }
  }
  return error;
};
