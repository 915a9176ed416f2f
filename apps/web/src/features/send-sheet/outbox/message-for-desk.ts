import type { QueuedSheet } from '../queue/queued-sheet.ts';
import type { ComparedRow } from './compare-sheets.ts';

/** What the desk needs to find the sheet and to see the difference, as plain text. */
export const messageForDesk = (
  { station, contest, election, person }: Pick<QueuedSheet, 'station' | 'contest' | 'election' | 'person'>,
  rows: readonly ComparedRow[],
): string =>
  [
    `${election} · ${station.code} ${station.name} · ${contest.name}`,
    ...rows
      .filter(({ differs }) => differs)
      .map(({ key, choice, ours, theirs }) => `${choice ?? key}: ${ours} (recorded: ${theirs ?? '–'})`),
    person.email,
  ].join('\n');
