// What the lines of a table say of one thing: each of them may say it, and none may contradict another.
import type { FieldError } from '@comitium/contract';
import type { CsvRow } from '../territory/index.ts';

/** The column that tells each member of a thing. */
export type Columns = Readonly<Record<string, string>>;

export interface Told {
  /** Of the line that named the thing first. */
  readonly line: number;
  /** By member: what was said, and the line that said it first. */
  readonly members: Map<string, { readonly text: string; readonly line: number }>;
}

/** Things by key, in the order in which they were first named. */
export type ToldOf = Map<string, Told>;

/** Takes from a line what it says of the thing; empty cells say nothing. */
export const tell = (
  all: ToldOf,
  { key, columns, row }: { key: string; columns: Columns; row: CsvRow },
): FieldError[] => {
  const told = all.get(key) ?? { line: row.line, members: new Map() };
  all.set(key, told);
  return Object.entries(columns).flatMap(([member, column]): FieldError[] => {
    const text = row.cells[column] ?? '';
    if (text === '') return [];
    const before = told.members.get(member);
    if (before === undefined) told.members.set(member, { text, line: row.line });
    if (before === undefined || before.text === text) return [];
    const message = `Line ${before.line} says “${before.text}” here, this line “${text}”; of one thing all lines say the same.`;
    return [{ path: column, code: 'contradiction', message, line: row.line }];
  });
};

/** What was said, by member. */
export const textsOf = (told: Told | undefined): Record<string, string> =>
  Object.fromEntries([...(told?.members ?? [])].map(([member, { text }]) => [member, text]));
