// Anybody counts a file of ballots in the browser: chosen, set, counted, explained, and taken away.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findOverflow } from '../browser/find-overflow.ts';
import { findViolations } from '../browser/find-violations.ts';
import { phone } from '../browser/open-page.ts';
import { openStage } from './open-stage.ts';

const stage = await openStage();
afterAll(() => stage.close());

const count = (page: Page) => page.getByRole('button', { name: 'Count', exact: true }).click();
const verdict = (page: Page, words: string | RegExp) => page.getByRole('heading', { name: words }).waitFor();
const give = (page: Page, name: string, text: string) =>
  page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('an example is counted, told, drawn and saved; a tie asks for a lot', async () => {
  const { page, complaints, close } = await stage.visit();
  await page.goto('/');
  await page.getByRole('link', { name: 'Count ballots by any method' }).click();
  await page.getByRole('button', { name: 'A ward with three seats' }).click();
  await page.getByText('Harbour ward, three seats').waitFor();
  await count(page);
  await verdict(page, /^Elected: Abena Owusu/);
  await page.getByRole('img', { name: /Votes of every choice in \d+ rounds/ }).waitFor();
  await page.getByRole('row', { name: /^Quota/ }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the report (JSON)' }).click();
  const saved = await (await saving).path();
  expect(JSON.parse(await readFile(saved, 'utf8'))).toMatchObject({
    version: 1,
    method: { name: 'scottish-stv' },
    seats: 3,
    outcome: { state: 'decided' },
  });
  await page.getByRole('combobox', { name: /^Method/ }).selectOption('schulze');
  await count(page);
  await page.locator('summary', { hasText: 'Every pair' }).click();
  await page.getByRole('table', { name: /^Every pair/ }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'A tie', exact: true }).click();
  await count(page);
  await verdict(page, /^A tie: of Carmen and Dou, 1 must be excluded/);
  const lot = page.getByRole('group', { name: 'Draw a lot' });
  // One name too early goes back again; the last that is left needs no drawing.
  await lot.getByRole('button', { name: 'Carmen' }).click();
  await lot.getByRole('button', { name: '1 · Carmen', pressed: true }).click();
  await lot.getByRole('button', { name: 'Dou' }).click();
  await lot.getByRole('button', { name: '2 · Carmen' }).waitFor();
  await lot.getByRole('button', { name: 'Go on with this order' }).click();
  await page.getByText('Level: Carmen and Dou. The lot decides: Carmen.').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a file of one’s own: everything that is wrong with it, then its columns, then its options', async () => {
  const { page, complaints, close } = await stage.visit({ viewport: phone, colorScheme: 'dark' });
  await page.goto('/count');
  await give(page, 'broken.blt', '2 1\n3 1 5 0\nx 1 0\n0\n"A"\n"B"\n"T"\n');
  await verdict(page, 'The file cannot be read: 2 problems');
  await page.getByText('Line 2, column 5:').waitFor();
  await page.getByText('Line 3, column 1:').waitFor();
  await give(page, 'notes.txt', 'Dear voters');
  await page.getByText('What is this file?').waitFor();
  await give(page, 'ballots.csv', 'first;second;times\nAma;Beka;3\nBeka;;4\nCarmen;Ama;2\n');
  await page.getByLabel('How many such ballots').selectOption('times');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByText('9 ballots, 3 of them different; 3 choices.').waitFor();
  await count(page);
  await verdict(page, 'Elected: Ama');
  await page.getByRole('combobox', { name: /^Method/ }).selectOption('plurality');
  await count(page);
  await verdict(page, 'Elected: Beka');
  await page.getByRole('button', { name: 'A ward with three seats' }).click();
  await count(page);
  await verdict(page, /^Elected: Abena Owusu/);
  expect(await findViolations(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

/** Mixed paper by paper, which takes seconds whatever the computer. */
const manyPapers = '2 1\n500000 1 2 0\n500000 2 1 0\n0\n"Ama"\n"Beka"\n"A million papers"\n';

test('a long count is stopped, and the page goes on', async () => {
  const { page, complaints, close } = await stage.visit();
  await page.goto('/count');
  await give(page, 'million.blt', manyPapers);
  await page.getByRole('combobox', { name: /^Method/ }).selectOption('cambridge-stv');
  await count(page);
  await page.getByRole('progressbar', { name: /^Counting, round 1/ }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stop' }).click();
  await verdict(page, 'Stopped');
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: /^Method/ }).selectOption('plurality');
  await count(page);
  await verdict(page, /^A tie: of Ama and Beka/);
  expect(complaints).toEqual([]);
  await close();
});

const long = ['1 2 3 4', '2 3 4 5', '3 4 5 6', '4 5 6 7', '5 6 7 8', '6 7 8 1', '7 8 1 2', '8 1 2 3'];
const manyRounds = [
  '8 1',
  ...long.map((ranks, at) => `${1_000_000 + at * at} ${ranks} 0`),
  '0',
  ...long.map((_, at) => `"Candidate with a name of some length, number ${at + 1}"`),
  '"Many rounds"',
].join('\n');

/** What of the tables and pictures of a page is cut where nobody can scroll. */
const cutOff = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('section:has(> table), section:has(> svg)')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ ariaLabel, scrollWidth, clientWidth }) => ariaLabel + ' ' + scrollWidth + ' > ' + clientWidth)`);

test('a count on paper: only the answer, in pieces of which nothing is cut', async () => {
  // As wide as A4 between its margins.
  const { page, complaints, close } = await stage.visit({ viewport: { width: 703, height: 1000 } });
  await page.goto('/count');
  await give(page, 'rounds.blt', manyRounds);
  await page.getByRole('combobox', { name: /^Method/ }).selectOption('stv');
  await count(page);
  await verdict(page, /^Elected: Candidate/);
  const rounds = page.getByRole('table', { name: 'Every round in figures' });
  expect(await rounds.count()).toBe(1);
  expect(await cutOff(page)).not.toEqual([]);
  await page.evaluate(`window.print = () => dispatchEvent(new Event('beforeprint'))`);
  await page.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await rounds.count()).toBeGreaterThan(1);
  expect(await cutOff(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
  expect(await page.getByRole('heading', { name: 'Voting method' }).isVisible()).toBe(false);
  await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
  expect(await rounds.count()).toBe(1);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  expect(complaints).toEqual([]);
  await close();
});

const contestNamed = (id: string, name: string) => ({
  '@id': id,
  Name: name,
  ContestSelection: ['Ama', 'Beka'].map((choice) => ({ '@id': `${id}-${choice}`, Selection: choice })),
});
const mark = (contest: string, choice: string) => ({
  ContestId: contest,
  CVRContestSelection: [
    {
      ContestSelectionId: `${contest}-${choice}`,
      SelectionPosition: [{ HasIndication: 'yes', IsAllocable: 'yes', NumberVotes: 1, Rank: 1 }],
    },
  ],
});
const castVoteRecords = JSON.stringify({
  Election: [{ Contest: [contestNamed('m', 'Mayor'), contestNamed('c', 'Clerk')] }],
  CVR: [{ CVRSnapshot: [{ '@id': 's', CVRContest: [mark('m', 'Ama'), mark('c', 'Beka')] }] }],
});

test('of several contests in a file one is chosen, and then another', async () => {
  const { page, complaints, close } = await stage.visit({ locale: 'en' });
  await page.goto('/count');
  await give(page, 'records.json', castVoteRecords);
  await page.getByRole('heading', { name: 'The file has several contests' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  const which = page.getByLabel('Which one');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByText('1 ballots, 1 of them different; 2 choices.').waitFor();
  await count(page);
  await verdict(page, 'Elected: Ama');
  await which.selectOption('Clerk');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByRole('status').getByText('Clerk').waitFor();
  await count(page);
  await verdict(page, 'Elected: Beka');
  expect(complaints).toEqual([]);
  await close();
});

const allocated = (...choices: readonly [string, string][]) => ({
  ContestId: 'm',
  CVRContestSelection: choices.map(([choice, allocable], i) => ({
    ContestSelectionId: `m-${choice}`,
    SelectionPosition: [{ HasIndication: 'yes', IsAllocable: allocable, NumberVotes: 1, Rank: i + 1 }],
  })),
});
const rounds = [
  { '@id': 'o', Type: 'original', CVRContest: [allocated(['Ama', 'unknown'], ['Beka', 'unknown'])] },
  { '@id': 'r1', Type: 'interpreted', CVRContest: [allocated(['Ama', 'yes'], ['Beka', 'no'])] },
  { '@id': 'r2', Type: 'interpreted', CVRContest: [allocated(['Ama', 'no'], ['Beka', 'yes'])] },
];
const recordsOfRounds = JSON.stringify({
  Election: [{ Contest: [contestNamed('m', 'Mayor')] }],
  CVR: [{ CurrentSnapshotId: 'r2', CVRSnapshot: rounds }],
});

test('of records that show the rounds of a count the marks on the ballot are counted, or those of the last round', async () => {
  const { page, complaints, close } = await stage.visit({ locale: 'en' });
  await page.goto('/count');
  await give(page, 'rounds.json', recordsOfRounds);
  await page.getByRole('heading', { name: 'The records show the rounds of a count' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  const read = page.getByRole('button', { name: 'Read the file' });
  await read.click();
  await count(page);
  await verdict(page, 'Elected: Ama');
  await page.getByLabel('Which marks are counted').selectOption('as in the last round');
  await read.click();
  await count(page);
  await verdict(page, 'Elected: Beka');
  expect(complaints).toEqual([]);
  await close();
});

test('in Arabic the flow runs from right to left, in words of that language', async () => {
  const { page, complaints, close } = await stage.visit({ locale: 'ar', viewport: phone });
  await page.goto('/count');
  await page.getByRole('button', { name: 'دائرة بثلاثة مقاعد' }).click();
  await page.getByRole('button', { name: 'عُدّ', exact: true }).click();
  const flow = page.locator('svg[role="img"]', { hasText: 'Abena Owusu' });
  const placeOf = async (round: RegExp) => (await flow.getByText(round).boundingBox())?.x ?? Number.NaN;
  // Figures stand between signs that isolate them.
  expect(await placeOf(/^الجولة .?1/)).toBeGreaterThan(await placeOf(/^الجولة .?2/));
  await page.getByRole('combobox', { name: 'الطريقة' }).selectOption({ label: 'الصوت المتحول الأيرلندي' });
  await page.locator('summary', { hasText: 'خيارات الطريقة' }).click();
  await page.getByRole('combobox', { name: 'رتب متروكة' }).selectOption({ label: 'تُتجاوز' });
  expect(await findViolations(page)).toEqual([]);
  expect(await findOverflow(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
