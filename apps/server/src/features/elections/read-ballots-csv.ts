// Flat ballots: one line for each choice; what a line says of its race, contest and party counts where it comes first.
import { err, ok, type Result } from '@comitium/basics';
import type { FieldError } from '@comitium/contract';
import { type CsvRow, readCsv } from '../territory/index.ts';
import type { PartyFacts, RaceFacts } from './election-facts.ts';
import { independentColumn } from './race-columns.ts';

export interface CsvBallots {
  /** Not yet known to have the shape of an import. */
  readonly body: unknown;
  /** Lines whose cells do not fit the header. */
  readonly errors: readonly FieldError[];
  /** Gives each error its line and column, where a line said it first. */
  withLines(errors: readonly FieldError[]): FieldError[];
}

interface CsvContext {
  /** Parties and races that the election has already need no description. */
  readonly parties: readonly PartyFacts[];
  readonly races: readonly RaceFacts[];
  readonly encoding?: string | undefined;
}

/**
 * Columns race, area, code, name, and as wanted party, color, contest_name, seats, held_by, race_name, seat_method,
 * threshold, blank_votes (yes/no), party_name, party_short_name, party_color.
 */
export const readBallotsCsv = (
  bytes: Uint8Array,
  { parties, races, encoding }: CsvContext,
): Result<CsvBallots, readonly FieldError[]> => {
  const read = readCsv(bytes, { columns: ['race', 'area', 'code', 'name'], encoding });
  if (!read.ok) return err(read.error);
  const lines = new Map<string, number>();
  const partyOf = new Map(
    parties.map(({ code, name, shortName, color }) => [code, { code, name, shortName, color } as object]),
  );
  const raceOf = new Map(races.map((race) => [race.code, asRaceBody(race)]));
  const contestOf = new Map<string, { place: number; choices: object[]; head: object }>();
  for (const { cells, line } of read.value.rows) {
    const cell = (name: string): string => cells[name] ?? '';
    for (const party of [cell('party'), cell('held_by')]) {
      if (party !== '' && !partyOf.has(party)) {
        lines.set(`/parties/${partyOf.size}`, line);
        partyOf.set(party, partyBody(party, cells));
      }
    }
    if (!raceOf.has(cell('race'))) {
      lines.set(`/races/${raceOf.size}`, line);
      raceOf.set(cell('race'), raceBody(cells));
    }
    const key = JSON.stringify([cell('race'), cell('area')]);
    const contest = contestOf.get(key) ?? { place: contestOf.size, choices: [], head: contestHead(cells) };
    if (!contestOf.has(key)) lines.set(`/contests/${contest.place}`, line);
    contestOf.set(key, contest);
    lines.set(`/contests/${contest.place}/choices/${contest.choices.length}`, line);
    contest.choices.push(choiceBody(cells));
  }
  const contests = [...contestOf.values()].map(({ head, choices }) => ({ ...head, choices }));
  const body = { parties: [...partyOf.values()], races: [...raceOf.values()], contests };
  return ok({
    body,
    errors: read.value.errors,
    withLines: (errors) => errors.map((error) => withLine(error, lines)),
  });
};

type Cells = CsvRow['cells'];

/** Only the cells that say something. */
const given = (cells: Cells, columns: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([member, column]) => {
      const cell = cells[column] ?? '';
      return cell === '' ? [] : [[member, cell]];
    }),
  );

/** A number where the cell is one; the text itself is refused later, with its line. */
const number = (text: string | undefined): number | string | undefined =>
  text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);

const asRaceBody = ({ code, name, seatMethod, threshold, blankVotes }: RaceFacts): object => ({
  ...{ code, name, seatMethod, threshold, blankVotes },
});

const raceBody = (cells: Cells): object => {
  const { threshold, blankVotes, ...texts } = given(cells, {
    code: 'race',
    name: 'race_name',
    seatMethod: 'seat_method',
    threshold: 'threshold',
    blankVotes: 'blank_votes',
  });
  return {
    name: cells['race'],
    seatMethod: 'plurality',
    ...texts,
    ...(threshold === undefined ? {} : { threshold: number(threshold) }),
    blankVotes: /^(yes|true|1)$/i.test(blankVotes ?? ''),
  };
};

const partyBody = (code: string, cells: Cells): object => ({
  ...{ name: code, shortName: code, color: independentColumn.color },
  // The party columns describe the choice's party, not the one that holds the seat.
  ...(code === cells['party']
    ? given(cells, { name: 'party_name', shortName: 'party_short_name', color: 'party_color' })
    : {}),
  code,
});

const contestHead = (cells: Cells): object => {
  const { seats, ...texts } = given(cells, { name: 'contest_name', seats: 'seats', heldBy: 'held_by' });
  return {
    ...{ race: cells['race'], area: cells['area'] },
    ...texts,
    ...(seats === undefined ? {} : { seats: number(seats) }),
  };
};

const choiceBody = (cells: Cells): object =>
  given(cells, { code: 'code', name: 'name', party: 'party', color: 'color' });

/** The columns by what they say of: the list it stands in, and the member. */
const columnOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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
};

const withLine = (error: FieldError, lines: ReadonlyMap<string, number>): FieldError => {
  const parts = error.path.split('/');
  for (let length = parts.length; length > 1; length -= 1) {
    const line = lines.get(parts.slice(0, length).join('/'));
    if (line === undefined) continue;
    const column = columnOf[parts[length - 2] ?? '']?.[parts[length] ?? ''] ?? '';
    return { ...error, path: column, line };
  }
  return error;
};
