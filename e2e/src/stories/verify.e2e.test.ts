// Anybody checks the results from outside: in a browser, and from a terminal; both find a lie and say where.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { startTamperingProxy } from '../faults/tampering-proxy.ts';
import { electionCode } from '../nation/nation-shape.ts';
import { commandLineProgram } from '../program/repository.ts';
import { runProgram } from '../program/spawned-program.ts';
import { openStage } from './open-stage.ts';

const stage = await openStage();
const folder = mkdtempSync(join(tmpdir(), 'comitium-verify-'));
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});
await stage.report('L-1-1-1', { ama: 200, kofi: 100, esi: 10 });
await stage.report('L-1-1-2', { ama: 50, kofi: 80, esi: 10 });

const check = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Check (everything|again)$/ }).click();
};
const verdict = (page: Page, words: string) => page.getByRole('heading', { name: words }).waitFor();
const receiptsOf = async (station: string): Promise<string> => {
  const answer = await fetch(`${stage.url}/api/v1/elections/${electionCode}/log/stations/${station}`);
  const { items } = (await answer.json()) as { items: { proof?: object }[] };
  return JSON.stringify(items);
};
/** The first checkpoint after the sheets comes within seconds. */
const settled = () => expect.poll(() => receiptsOf('L-1-1-2')).toContain('"proof"');

test('a station shows its proof, and its receipt holds on the verifying page; a changed one does not', async () => {
  await settled();
  const { page, complaints, close } = await stage.visit();
  await page.goto(`/elections/${electionCode}?area=L-1-1-1&level=station`);
  await page.getByText(/its proof leads to the signed log/).waitFor();
  await page.getByText('Sheet received', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Check the whole log' }).click();
  await page.getByRole('heading', { name: 'Check the results' }).waitFor();
  await page.getByRole('textbox').fill(await receiptsOf('L-1-1-1'));
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('1 receipt will be looked for.').waitFor();
  await check(page);
  await verdict(page, 'Everything fits');
  await page.getByText(/^Entry \d+: L-1-1-1$/).waitFor();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('textbox').fill((await receiptsOf('L-1-1-1')).replace('L-1-1-1', 'L-1-1-9'));
  await page.getByRole('button', { name: 'Add' }).click();
  await check(page);
  await verdict(page, 'Something is wrong');
  expect(complaints).toEqual([]);
  await close();
});

test('the page finds a total that was changed on its way, and growth from the last visit', async () => {
  await settled();
  const { page, close } = await stage.visit();
  await page.goto('/verify');
  await check(page);
  await verdict(page, 'Everything fits');
  await page.getByText(/First visit/).waitFor();
  await stage.report('L-2-1-1', { ama: 20, kofi: 30, esi: 1 });
  await page.reload();
  await page.getByText(/This browser checked the log before/).waitFor();
  await check(page);
  await verdict(page, 'Everything fits');
  await page.getByText(/entries are those of the last visit/).waitFor();
  await page.route('**/export.json?*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('"votes":{"', '"votes":{"nobody":7,"');
    await route.fulfill({ response: answer, body });
  });
  await check(page);
  await verdict(page, 'Something is wrong');
  await page
    .getByText(/nobody is published as 7/)
    .first()
    .waitFor();
  await close();
});

const verify = (url: string, ...more: readonly string[]) =>
  runProgram([commandLineProgram, 'verify', url, ...more], { XDG_STATE_HOME: folder });

test('comitium verify says what it checked, remembers it, and names what a lying server changed', async () => {
  await settled();
  const file = join(folder, 'receipt.json');
  writeFileSync(file, JSON.stringify(JSON.parse(await receiptsOf('L-1-1-2'))[0]));
  const first = await verify(stage.url, '--receipt', file);
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout).toMatch(/Receipt +leaf \d+/);
  expect(first.stdout).toContain('Nothing is wrong.');
  const second = await verify(stage.url, '--json');
  expect(second.code).toBe(0);
  expect(JSON.parse(second.stdout)).toMatchObject({
    verified: true,
    findings: [],
    grownFrom: expect.any(Number),
  });
  const flip = (body: Buffer): Buffer => body.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) as Buffer;
  for (const [path, of, words] of [
    ['/log/tile/0/', flip, /Tile 0\/0 was changed: hash 1/],
    ['/log/tile/entries/', flip, /Leaf 0 was changed/],
    [
      '/log/checkpoint',
      (body: Buffer) => Buffer.from(body.toString().replace(/\n(\d)/, '\n1$1')),
      /signature/,
    ],
  ] as const) {
    const proxy = await startTamperingProxy(stage.url, { path, of });
    const told = await verify(proxy.url, '--no-remember');
    expect(told.code, path).toBe(1);
    expect(told.stdout).toMatch(words);
    await proxy.close();
  }
  const away = await verify('http://127.0.0.1:1', '--no-remember');
  expect(away.code).toBe(2);
});
