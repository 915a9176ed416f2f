import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoundaryImportSummary, Election, MapAnswer, PageOf } from '@comitium/contract';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { findViolations } from '../browser/find-violations.ts';
import { areaRows, electionCode, levels, registerCode, votersPerStation } from '../nation/nation-shape.ts';
import { administrator } from '../program/installation.ts';
import { commandLineProgram } from '../program/repository.ts';
import { runProgram, spawnProgram } from '../program/spawned-program.ts';
import { openStage, signInOn } from './open-stage.ts';

const stage = await openStage();
afterAll(() => stage.close());
const manager = await stage.visit();
const { page } = manager;
await signInOn(manager, administrator);

test('a run-off: the count’s leading two are ticked, stand again in their order, and are counted by themselves', async () => {
  const form = `/set-up?section=elections&election=${electionCode}&edit=run-off`;
  const tick = (name: string) => page.getByRole('checkbox', { name });
  const ticks = () =>
    Promise.all(['Ama Mensah', 'Kofi Boateng', 'Esi Darko'].map((name) => tick(name).isChecked()));
  await stage.report('L-1-1-1', { ama: 100, kofi: 90, esi: 95 });
  await page.goto(form);
  await page.getByText('1 of 18 stations are counted; the order may still change.').waitFor();
  await expect.poll(ticks).toEqual([true, false, true]);
  // A second sheet turns the order behind Ama; a page that is opened when the public count has it says so.
  await stage.report('L-1-1-2', { ama: 100, kofi: 120, esi: 80 });
  const counted = () => stage.admin.get<MapAnswer>(`/elections/${electionCode}/map?contest=president`);
  await expect.poll(async () => (await counted()).completeness.stationsReported).toBe(2);
  await page.goto(form);
  await page.getByText('2 of 18 stations').waitFor();
  await expect.poll(ticks).toEqual([true, true, false]);

  // By keyboard: one tick too few is named, and the leading two come back together.
  await tick('Kofi Boateng').focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Code').fill('land-2024-2');
  await page.getByLabel('Name').fill('Land votes again');
  await page.getByLabel('Polling day').fill('2024-12-28');
  await page.getByRole('button', { name: 'Create the second round' }).click();
  await page.getByText('Tick two or more in each: president.').waitFor();
  await page.getByRole('button', { name: 'Tick those in front' }).click();
  expect(await ticks()).toEqual([true, true, false]);
  await page.getByRole('button', { name: 'Create the second round' }).click();
  await page.waitForURL('**/set-up?*election=land-2024-2*');

  const second = await stage.admin.get<Election>('/elections/land-2024-2');
  expect(second).toMatchObject({ follows: electionCode, state: 'setup', register: registerCode });
  expect(second.races.map(({ code }) => code)).toEqual(['president']);
  for (const step of ['open', 'start-counting']) {
    await stage.admin.send('POST', `/elections/land-2024-2/transitions/${step}`, {});
  }
  const sheet = { station: 'L-1-1-1', contest: 'president', votes: { ama: 120, kofi: 180 }, rejected: 0 };
  const sent = await stage.admin.ask('/elections/land-2024-2/results/polling-station', {
    method: 'POST',
    body: { ...sheet, cast: 300, registered: votersPerStation },
    headers: { 'idempotency-key': 'second-round' },
  });
  expect(sent.status).toBe(201);
  await page.goto('/elections/land-2024-2');
  await page.getByText('Kofi Boateng').first().waitFor();
  expect(await page.getByText('Esi Darko').count()).toBe(0);
  const first = await stage.admin.get<MapAnswer>(`/elections/${electionCode}/map?race=president`);
  expect(first.completeness.stationsReported).toBe(2);
});

/** A region's outline. */
const outlines = (points: number): Buffer => {
  const at = (step: number) => (2 * Math.PI * (step % (points - 1))) / (points - 1);
  const ring = Array.from({ length: points }, (_, step) => {
    const radius = 1 + 0.01 * Math.sin(at(step) * 977);
    return [radius * Math.cos(at(step)), radius * Math.sin(at(step))];
  });
  const geometry = { type: 'Polygon', coordinates: [ring] };
  const features = [{ type: 'Feature', id: 'L-1', properties: {}, geometry }];
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
};

/** The slower the machine is, the longer this takes; a fast one is held besides. */
const manyOutlines = outlines(600_000);

test('an import of boundaries shows how far it is, and can be cancelled', async () => {
  const file = { name: 'outlines.geojson', mimeType: 'application/geo+json', buffer: outlines(20) };
  await page.goto('/set-up?section=imports');
  const form = page.locator('section', { has: page.getByRole('heading', { name: 'Load boundaries' }) });
  await form.getByLabel('Register').selectOption(registerCode);
  await form.getByLabel('Level').selectOption('region');
  await form.locator('input[type=file]').setInputFiles(file);
  await form.getByRole('button', { name: 'Check the file' }).click();
  await form.getByText('1 row. It can be imported.').waitFor();
  const before = await stage.admin.get(`/registers/${registerCode}`);
  const letGo = await stage.holdImports();
  await form.getByRole('button', { name: 'Import', exact: true }).click();
  await form.getByRole('progressbar', { name: /^Shapes are loaded in the background/ }).waitFor();
  await form.getByRole('button', { name: 'Cancel the import' }).click();
  await form.getByText('The import was cancelled; nothing was written.').waitFor();
  await letGo();
  expect(await stage.admin.get(`/registers/${registerCode}`)).toEqual(before);
  expect(manager.complaints).toEqual([]);
});

test('who wants to leave while a file is on its way is asked, and may break it off', async () => {
  const file = { name: 'outlines.geojson', mimeType: 'application/geo+json', buffer: manyOutlines };
  await page.goto('/set-up?section=imports');
  const form = page.locator('section', { has: page.getByRole('heading', { name: 'Load boundaries' }) });
  await form.getByLabel('Register').selectOption(registerCode);
  await form.getByLabel('Level').selectOption('district');
  await form.locator('input[type=file]').setInputFiles(file);
  const network = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 200_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  await form.getByRole('button', { name: 'Check the file' }).click();
  await form.getByRole('progressbar', { name: 'The file is on its way' }).waitFor();
  const people = page.getByRole('link', { name: 'People' });
  await people.click();
  const question = page.getByRole('dialog', { name: 'The file is still on its way' });
  await question.getByRole('button', { name: 'Stay' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  await form.getByRole('progressbar', { name: 'The file is on its way' }).waitFor();

  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => void setTimeout(() => location.reload(), 0));
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await form.getByRole('progressbar', { name: 'The file is on its way' }).waitFor();
  await people.click();
  await question.getByRole('button', { name: 'Leave the page' }).click();
  await page.getByLabel('Find by name or e-mail').waitFor();
  await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  await network.detach();
  expect((await lastImports()).filter(({ level }) => level === 'district')).toEqual([]);
  // With nothing on its way nobody is asked.
  await page.reload();
  await page.getByLabel('Find by name or e-mail').waitFor();
  expect(manager.complaints).toEqual([]);
});

const lastImports = async () =>
  (await stage.admin.get<PageOf<BoundaryImportSummary>>('/boundary-imports')).items;
const importPath = (level: string) => `/registers/${registerCode}/boundaries/${level}/imports`;

test('who leaves the page, or reloads it, finds his import there again, and what became of it', async () => {
  const file = { name: 'outlines.geojson', mimeType: 'application/geo+json', buffer: manyOutlines };
  await page.goto('/set-up?section=imports');
  const form = page.locator('section', { has: page.getByRole('heading', { name: 'Load boundaries' }) });
  const found = page.getByRole('list', { name: /^Imports of boundaries/ });
  const bar = found.getByRole('progressbar', { name: /^region: boundaries are being imported/ });
  await form.getByLabel('Register').selectOption(registerCode);
  await form.getByLabel('Level').selectOption('region');
  await form.locator('input[type=file]').setInputFiles(file);
  await form.getByRole('button', { name: 'Check the file' }).click();
  await form.getByText('1 row. It can be imported.').waitFor();
  const letGo = await stage.holdImports();
  await form.getByRole('button', { name: 'Import', exact: true }).click();
  await form.getByRole('progressbar', { name: /^Shapes are loaded in the background/ }).waitFor();
  expect(await bar.count()).toBe(0);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('Find by name or e-mail').waitFor();
  await page.getByRole('link', { name: 'Imports' }).click();
  await bar.waitFor();
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await bar.waitFor();
  await found.getByRole('button', { name: 'Cancel the import region' }).click();
  await found.getByText(/^region · .+: import cancelled, nothing written$/).waitFor();
  expect(await lastImports()).toMatchObject([{ level: 'region', state: 'cancelled', dryRun: false }]);
  await letGo();

  await stage.admin.send('POST', importPath('region'), JSON.parse(outlines(20).toString()));
  await stage.admin.send('POST', importPath('district'), { type: 'Feature' });
  await expect.poll(async () => (await lastImports()).map(({ state }) => state)).toEqual(['done', 'failed']);
  await page.reload();
  await found.getByText(/^region · .+: imported$/).waitFor();
  await found.getByText('2 things are left out.').click();
  await found.getByRole('cell', { name: '/areas/L-3' }).waitFor();
  await found.getByText(/^district · .+: the import failed$/).waitFor();
  await found.getByText('1 error. Nothing was written.').focus();
  await page.keyboard.press('Enter');
  await found.getByRole('cell', { name: '/type' }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  expect(manager.complaints).toEqual([]);
});

test('boundaries come from a terminal too, tell how far they are, and Ctrl-C cancels them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comitium-boundaries-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const server = ['--url', stage.url, '--email', administrator.email];
  const load = (level: string, content: Buffer | string): string[] => {
    const file = join(folder, 'outlines.geojson');
    writeFileSync(file, content);
    return [commandLineProgram, 'import', 'boundaries', registerCode, level, file, ...server];
  };
  const password = { USER_PASSWORD: administrator.password };
  const left = ['/areas/L-2', '/areas/L-3'];

  const checked = await runProgram([...load('region', outlines(20)), '--dry-run'], password);
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  const report = JSON.parse(checked.stdout);
  expect(report).toMatchObject({ written: false, rows: 1 });
  expect(report.errors.map(({ path }: { path: string }) => path)).toEqual(left);
  const written = await runProgram(load('region', outlines(30)), password);
  expect([written.code, JSON.parse(written.stdout)]).toMatchObject([0, { written: true, rows: 1 }]);

  const refused = await runProgram(load('region', '{"type":"Feature"}'), password);
  const problem = { code: 'import_refused', errors: [{ path: '/type', code: 'not_shapes' }] };
  expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([1, problem]);
  const unknown = await runProgram(load('planet', outlines(20)), password);
  expect([unknown.code, JSON.parse(unknown.stdout)]).toMatchObject([1, { code: 'not_found' }]);

  const csv = join(folder, 'register.csv');
  writeFileSync(csv, 'code,name,parent,level,registered\nX,Xland,,national,\nX-1,Hall,X,station,9\n');
  const register = ['register', csv, '--dry-run', '--query', 'code=x&name=Xland&levels=national,station'];
  const other = await runProgram([commandLineProgram, 'import', ...register, ...server], password);
  expect([other.code, JSON.parse(other.stdout)]).toMatchObject([0, { written: false, rows: 2, errors: [] }]);

  const before = await stage.admin.get(`/registers/${registerCode}`);
  const letGo = await stage.holdImports();
  const running = spawnProgram(load('region', manyOutlines), password);
  await expect.poll(running.stderr).toMatch(/(reading|simplifying): \d+ %/);
  expect(await running.kill('SIGINT')).toEqual({ code: 130, signal: null });
  expect(running.stdout()).toBe('');
  expect(running.stderr()).toContain('The import was cancelled; nothing was written.');
  expect((await lastImports()).find(({ level }) => level === 'region')).toMatchObject({ state: 'cancelled' });
  await letGo();
  expect(await stage.admin.get(`/registers/${registerCode}`)).toEqual(before);
});

test('an election on a simulated register is simulated unless somebody says otherwise, and then named at the foot', async () => {
  const areas = areaRows({ regions: 1, districtsPerRegion: 1, stationsPerDistrict: 1 });
  const register = { code: 'rehearsal', name: 'Rehearsal', levels, simulated: true, areas };
  await stage.admin.send('POST', '/registers', register);
  await page.goto('/set-up?section=imports');
  await page
    .getByRole('listitem')
    .filter({ has: page.getByText('Rehearsal', { exact: true }) })
    .getByText('Simulated stations')
    .waitFor();

  await page.goto('/set-up?section=elections&edit=new');
  const simulated = page.getByLabel('The stations are simulated for demonstration');
  const choose = page.getByLabel('Register of polling stations');
  await choose.selectOption(registerCode);
  expect(await simulated.isChecked()).toBe(false);
  await choose.selectOption('rehearsal');
  expect(await simulated.isChecked()).toBe(true);
  await page.getByLabel('Code').fill('rehearsal');
  await page.getByLabel('Name').fill('Dress rehearsal');
  await page.getByLabel('Polling day').fill('2024-11-30');
  await page.getByRole('button', { name: 'Create an election' }).click();
  await page.getByRole('contentinfo').getByText('Dress rehearsal').waitFor();
  expect(await stage.admin.get<Election>('/elections/rehearsal')).toMatchObject({ simulated: true });
});
