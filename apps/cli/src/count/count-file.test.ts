import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CountReportBody } from '@comitium/contract';
import { countingMethods } from '@comitium/tally/methods';
import { Value } from 'typebox/value';
import { afterAll, expect, test } from 'vitest';
import { type CountFileOptions, countFile } from './count-file.ts';
import { methodList } from './describe-method.ts';
import { printCount } from './print-count.ts';

const folder = mkdtempSync(join(tmpdir(), 'comitium-count-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const none = { options: [], ties: [], ignore: [], withdraw: [], undeclared: [] } as const;
const count = (file: string, options: Partial<CountFileOptions> & { readonly method: string }) =>
  countFile(file, { ...none, ...options }, () => undefined);

const election = fileOf('a.blt', '3 1\n35 1 2 3 0\n40 2 0\n25 3 1 0\n0\n"Ann"\n"Bob"\n"Cy"\n"T"\n');
const scores = fileOf('scores.csv', 'Ann;Bob;Cy\n5;0;3\n4;5;1\n0;1;5\n2;4;0\n5;3;3\n');
const levelled = fileOf('level.abif', '5: Ann > Cy\n5: Bob > Cy\n3: Cy\n');

test('rounds as a table, with what was decided and who is elected', async () => {
  const report = await count(election, { method: 'irv' });
  expect(
    report.ok && printCount(report.value),
  ).toBe(`Instant-runoff voting: 1 seat, 100 ballots, 0 of them blank

            round 1   round 2
Ann              35        60*
Bob              40        40
Cy               25-        .-
(majority)       50        50

Round 1: Cy excluded (fewest votes)
Round 2: Ann elected (majority)

Elected: Ann
`);
});

test('what else a method computes is printed below', async () => {
  const report = await count(election, { method: 'schulze' });
  expect(report.ok && printCount(report.value)).toContain('pairwise:\n     Ann  Bob  Cy\nAnn    .   60  35');
});

test('a table too wide for the terminal goes on below', async () => {
  const report = await count(election, { method: 'irv' });
  expect(report.ok && printCount(report.value, 30)).toContain('(majority)       50\n\n            round 2');
});

test('every method is listed, and its report is as the contract says', async () => {
  const list = methodList();
  for (const { name, forms, title } of countingMethods) {
    expect(list).toContain(title);
    const scored = !forms.includes('rank');
    const approved = forms.includes('choose') && !forms.includes('rank');
    const file = scored ? scores : election;
    const layout = scored ? { layout: 'scores', scale: '0-5' } : {};
    const report = await count(approved && !forms.includes('score') ? marks : file, {
      method: name,
      ties: ['random:1'],
      ...(approved && !forms.includes('score') ? { layout: 'marks' } : layout),
    });
    expect(report, name).toMatchObject({ ok: true });
    if (report.ok) expect([...Value.Errors(CountReportBody, report.value)], name).toEqual([]);
  }
});

const marks = fileOf('marks.csv', 'Ann,Bob,Cy\nx,x,\n,x,\n,x,1\n');

test('a tie stops the count and asks; each way to break it is understood', async () => {
  const open = await count(levelled, { method: 'plurality' });
  expect(open).toMatchObject({ value: { outcome: { state: 'lot-needed', open: { choices: [0, 2] } } } });
  expect(open.ok && printCount(open.value)).toContain('a lot is needed to elect 1 of Ann, Bob');
  for (const rule of ['earlier-rounds:first', 'later-rounds']) {
    const asked = await count(levelled, { method: 'plurality', ties: [rule, 'ballot-order'] });
    expect(asked, rule).toMatchObject({ value: { outcome: { elected: [0] } } });
  }
  const drawn = await count(levelled, { method: 'plurality', ties: ['lot:Bob,Ann'] });
  expect(drawn).toMatchObject({ value: { outcome: { state: 'decided', elected: [2] } } });
  expect(drawn.ok && printCount(drawn.value)).toContain('whom to elect of Ann, Bob: Bob by lot');
  for (const rule of ['random:7', 'sampler:7']) {
    const seeded = await count(levelled, { method: 'plurality', ties: [rule] });
    expect(seeded, rule).toMatchObject({ value: { outcome: { state: 'decided' } } });
  }
  const wrong = await count(levelled, { method: 'plurality', ties: ['coin', 'random', 'lot:Dee'] });
  expect(!wrong.ok && wrong.error).toHaveLength(3);
});

test('what is wrong is said, all of it, with its place in the file', async () => {
  const broken = fileOf('broken.blt', '2 1\n3 1 5 0\nx 1 0\n0\n"A"\n"B"\n"T"\n');
  expect(await count(broken, { method: 'irv' })).toMatchObject({
    error: [
      { line: 2, column: 5 },
      { line: 3, column: 1 },
    ],
  });
  const codeOf = async (file: string, options: Parameters<typeof count>[1]) => {
    const report = await count(file, options);
    return report.ok ? 'ok' : report.error.map(({ code }) => code).join(' ');
  };
  expect(await codeOf(election, { method: 'dice' })).toBe('unknown_method');
  expect(await codeOf(election, { method: 'irv', options: ['stop'] })).toBe('option_invalid');
  expect(await codeOf(election, { method: 'irv', options: ['stop=never', 'go=1'] })).toBe(
    'unknown_option option_invalid',
  );
  expect(await codeOf(election, { method: 'irv', seats: 'many' })).toBe('seats_invalid');
  expect(await codeOf(election, { method: 'irv', format: 'pdf' })).toBe('format_unknown');
  expect(await codeOf(scores, { method: 'score' })).toBe('layout_missing');
  expect(await codeOf(scores, { method: 'score', layout: 'scores' })).toBe('scale_invalid');
  expect(await codeOf(join(folder, 'nowhere.blt'), { method: 'irv' })).toBe('file_missing');
});

test('choices may be withdrawn or stand for undeclared write-ins, by id or name', async () => {
  const withdrawn = await count(election, { method: 'irv', withdraw: ['Ann'] });
  expect(withdrawn).toMatchObject({ value: { outcome: { elected: [1] } } });
  const written = await count(election, { method: 'irv', undeclared: ['1'] });
  expect(written.ok && printCount(written.value)).toContain('Round 1: Ann excluded (undeclared write in)');
  expect(await count(election, { method: 'irv', withdraw: ['Zoe'] })).toMatchObject({
    error: [{ code: 'unknown_choice', message: 'Zoe is not on the ballots.' }],
  });
});

test('the cells of a CSV of choices are as they are said to be', async () => {
  const file = fileOf('cells.csv', 'first,second\nAnn|Bob,Cy\nOV,Bob\nBob,UWI\n');
  const cells = { layout: 'choices', cellDelimiter: '|', overvoteCell: 'OV', undeclaredCell: 'UWI' };
  const report = await count(file, { method: 'irv', ...cells, options: ['overvotes=skip'] });
  expect(report).toMatchObject({
    value: { outcome: { elected: [1] }, rounds: [{ votes: ['0', '2', '1', '0'] }] },
  });
});

test('a CSV of choices may be told who stands', async () => {
  const file = fileOf('stands.csv', 'first\nBob\nAnn\nBob\n');
  const report = await count(file, { method: 'plurality', layout: 'choices', choice: ['Ann', 'Bob', 'Cy'] });
  expect(report).toMatchObject({ value: { rounds: [{ votes: ['1', '2', '0'] }] } });
  expect(await count(file, { method: 'plurality', layout: 'choices', choice: ['Ann'] })).toMatchObject({
    error: [
      { code: 'unknown_choice', line: 2 },
      { code: 'unknown_choice', line: 4 },
    ],
  });
});

test('which snapshot of a cast vote record', async () => {
  const file = fileOf('a.json', '{"CVR":[]}');
  expect(await count(file, { method: 'irv', snapshot: 'first' })).toMatchObject({
    error: [{ code: 'snapshot_invalid' }],
  });
});

test('what is no file, or cannot be read, is said', async () => {
  expect(await count(join(folder, 'nowhere.blt'), { method: 'irv' })).toMatchObject({
    error: [{ code: 'file_missing' }],
  });
  expect(await count(folder, { method: 'irv', format: 'blt' })).toMatchObject({
    error: [{ code: 'file_unreadable' }],
  });
});

test('names of methods in capitals, and several options at once', async () => {
  const report = await count(election, { method: 'IRV', options: ['stop=one-remains,elimination=batch'] });
  expect(report).toMatchObject({ value: { options: { stop: 'one-remains', elimination: 'batch' } } });
});
