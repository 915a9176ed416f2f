import { expect, it } from 'vitest';
import { queuedSheet } from '../queue/sheet-fixture.ts';
import { compareSheets } from './compare-sheets.ts';
import { messageForDesk } from './message-for-desk.ts';

const choice = { id: 'i', code: 'npp', name: 'N. P. P.', party: null, color: '#000000', ballotOrder: 1 };
const contest = { ...queuedSheet().contest, choices: [choice] };
const ours = { votes: { npp: 207 }, rejected: 4, cast: 211, registered: 300 };
const rows = compareSheets(contest, ours, { ...ours, votes: { npp: 270 }, cast: 274 });

it('marks the figures that differ', () => {
  expect(rows.map(({ key, differs }) => [key, differs])).toEqual([
    ['votes.npp', true],
    ['rejected', false],
    ['cast', true],
    ['registered', false],
  ]);
});

it('tells the desk where, what and who', () => {
  expect(messageForDesk(queuedSheet({ contest }), rows)).toBe(
    'gh-2024 · A01 School A · President\nN. P. P.: 207 (recorded: 270)\ncast: 211 (recorded: 274)\nama@example.org',
  );
});
