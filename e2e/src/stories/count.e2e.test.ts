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
  await page.getByRole('group', { name: 'Draw a lot' }).getByRole('button', { name: 'Dou' }).click();
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
