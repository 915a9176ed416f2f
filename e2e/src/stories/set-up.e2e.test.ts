import type { Election, MapAnswer } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { electionCode, registerCode, votersPerStation } from '../nation/nation-shape.ts';
import { administrator } from '../program/installation.ts';
import { openStage, signInOn } from './open-stage.ts';

const stage = await openStage();
afterAll(() => stage.close());
const manager = await stage.visit();
const { page } = manager;
await signInOn(manager, administrator);
const patience = { timeout: 20_000 };

test('a run-off: the count’s leading two are ticked, stand again in their order, and are counted by themselves', async () => {
  const form = `/set-up?section=elections&election=${electionCode}&edit=run-off`;
  const tick = (name: string) => page.getByRole('checkbox', { name });
  const ticks = () =>
    Promise.all(['Ama Mensah', 'Kofi Boateng', 'Esi Darko'].map((name) => tick(name).isChecked()));
  await stage.report('L-1-1-1', { ama: 100, kofi: 90, esi: 95 });
  await page.goto(form);
  await page.getByText('1 of 18 stations are counted; the order may still change.').waitFor();
  await expect.poll(ticks, patience).toEqual([true, false, true]);
  // A second sheet turns the order behind Ama; a page that is opened now says so.
  await stage.report('L-1-1-2', { ama: 100, kofi: 120, esi: 80 });
  await page.goto(form);
  await page.getByText('2 of 18 stations').waitFor();
  await expect.poll(ticks, patience).toEqual([true, true, false]);

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

/** A region's outline with so many points that its simplification takes seconds. */
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

test('a large import of boundaries shows how far it is, and can be cancelled', async () => {
  const file = { name: 'outlines.geojson', mimeType: 'application/geo+json', buffer: outlines(150_000) };
  await page.goto('/set-up?section=imports');
  const form = page.locator('section', { has: page.getByRole('heading', { name: 'Load boundaries' }) });
  await form.getByLabel('Register').selectOption(registerCode);
  await form.getByLabel('Level').selectOption('region');
  await form.locator('input[type=file]').setInputFiles(file);
  await form.getByRole('button', { name: 'Check the file' }).click();
  await form.getByText('1 row. It can be imported.').waitFor();
  const before = await stage.admin.get(`/registers/${registerCode}`);
  await form.getByRole('button', { name: 'Import', exact: true }).click();
  await form.getByRole('progressbar', { name: /^Shapes are loaded in the background/ }).waitFor();
  await form.getByRole('button', { name: 'Cancel the import' }).click();
  await form.getByText('The import was cancelled; nothing was written.').waitFor();
  expect(await stage.admin.get(`/registers/${registerCode}`)).toEqual(before);
  expect(manager.complaints).toEqual([]);
});
