import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findViolations } from '../browser/find-violations.ts';
import { phone } from '../browser/open-page.ts';
import { loadElection } from '../nation/load-nation.ts';
import { areaRows, electionBody, electionCode, levels } from '../nation/nation-shape.ts';
import { openStage } from './open-stage.ts';

const stage = await openStage();
afterAll(() => stage.close());
const map = `/elections/${electionCode}`;

const figure = (page: Page) => page.getByRole('group', { name: 'Map of Land by region' });

/** What is painted where this area lies, as pixels: fill and pattern together. */
const painted = async (page: Page, region: RegExp): Promise<string> =>
  (await figure(page).getByRole('link', { name: region }).screenshot({ animations: 'disabled' })).toString(
    'base64',
  );

test('a new leader repaints the area, says so in the table and announces it', async () => {
  const { page, complaints, close } = await stage.visit();
  await page.goto(map);
  await figure(page).getByRole('link', { name: 'Region 1: no report yet' }).waitFor();
  const pictures = [await painted(page, /^Region 1:/)];
  await stage.report('L-1-1-1', { ama: 200, kofi: 100, esi: 10 });
  await figure(page)
    .getByRole('link', { name: /^Region 1: Ama Mensah leads/ })
    .waitFor();
  pictures.push(await painted(page, /^Region 1:/));
  await stage.report('L-1-1-2', { ama: 50, kofi: 400, esi: 10 });
  await figure(page)
    .getByRole('link', { name: /^Region 1: Kofi Boateng leads/ })
    .waitFor();
  pictures.push(await painted(page, /^Region 1:/));
  expect(new Set(pictures).size).toBe(3);
  await page.getByRole('row', { name: /^Region 1 .*blue/i }).waitFor();
  const announced = page.locator('[aria-live="polite"]', {
    hasText: 'Region 1: Kofi Boateng now leads, before Ama Mensah',
  });
  await announced.waitFor({ state: 'attached' });
  // Where nothing was reported, nothing was painted.
  await figure(page).getByRole('link', { name: 'Region 3: no report yet' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('whom a person has called is named as the winner, though another is in front', async () => {
  const { page, complaints, close } = await stage.visit();
  await page.goto(map);
  await page.getByText('Kofi Boateng leads', { exact: true }).waitFor();
  const call = { race: 'president', area: 'L', choice: 'ama', reason: 'Her regions are still to come.' };
  await stage.admin.send('POST', `/elections/${electionCode}/results/calls`, call);
  await page.getByText('Ama Mensah wins', { exact: true }).waitFor();
  await page.getByText('Called by the results desk').waitFor();
  const marked = page.getByRole('listitem').filter({ has: page.getByText('called', { exact: true }) });
  expect(await marked.count()).toBe(1);
  expect(await marked.textContent()).toContain('Ama Mensah');
  expect(await findViolations(page)).toEqual([]);
  const withdrawal = { method: 'DELETE', body: { reason: 'Too early.' } } as const;
  const path = `/elections/${electionCode}/results/calls/president/L`;
  expect((await stage.admin.ask(path, withdrawal)).status).toBe(204);
  await page.getByText('Kofi Boateng leads', { exact: true }).waitFor();
  expect(await marked.count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('from the country to a station and back with the keyboard alone', async () => {
  const { page, complaints, close } = await stage.visit();
  await page.goto(map);
  const first = figure(page).getByRole('link', { name: /^Region 1:/ });
  await first.waitFor();
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (await first.evaluate((element) => element === element.ownerDocument.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowRight');
  const second = figure(page).getByRole('link', { name: /^Region 2:/ });
  expect(await second.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Region 1' }).waitFor();
  expect(page.url()).toContain('area=L-1');
  // Below the shapes the rows lead on.
  await page
    .getByRole('row', { name: /^District 1-1/ })
    .getByRole('link')
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'District 1-1' }).waitFor();
  await page.getByRole('row', { name: /^Station 1-1-1/ }).waitFor();
  await page
    .getByRole('navigation', { name: 'Where you are' })
    .getByRole('link', { name: 'Land', exact: true })
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Land' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'District 1-1' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('when the server is gone the map says so and keeps what it knew, then goes on by itself', async () => {
  const { page, close } = await stage.visit({ colorScheme: 'dark' });
  await page.goto(map);
  const badge = page.getByRole('status').filter({ hasText: /Live|Reconnecting|Connection lost/ });
  await badge.filter({ hasText: 'Live' }).waitFor();
  const comeBack = await stage.goAway();
  await badge.filter({ hasText: /last update/ }).waitFor();
  await figure(page)
    .getByRole('link', { name: /^Region 1: Kofi Boateng leads/ })
    .waitFor();
  expect(await findViolations(page)).toEqual([]);
  await comeBack();
  await badge.filter({ hasText: 'Live' }).waitFor();
  await stage.report('L-2-1-1', { ama: 10, kofi: 400, esi: 10 });
  await figure(page)
    .getByRole('link', { name: /^Region 2: Kofi Boateng leads/ })
    .waitFor();
  await close();
});

const islands = { regions: 3, districtsPerRegion: 4, stationsPerDistrict: 1 };

/** A country without shapes, and an assembly with a seat in each of its districts. */
const loadIslands = (): Promise<void> => {
  const areas = areaRows(islands);
  const districts = areas.filter(({ level }) => level === 2);
  return loadElection(stage.admin, {
    register: { code: 'islands', name: 'Islands', levels, areas },
    body: { ...electionBody, code: 'islands', name: 'Islands vote', register: 'islands' },
    ballots: {
      parties: [],
      races: [{ code: 'assembly', name: 'Assembly', seatMethod: 'plurality' }],
      contests: districts.map(({ code }) => ({
        race: 'assembly',
        area: code,
        choices: [
          { code: `${code}-a`, name: 'Ama Mensah' },
          { code: `${code}-b`, name: 'Kofi Boateng' },
        ],
      })),
    },
  });
};

test('on a phone the hexagons of each region stand under its name, in type one can read', async () => {
  await loadIslands();
  const { page, complaints, close } = await stage.visit({ viewport: phone });
  await page.goto('/elections/islands');
  const hexagons = page.getByRole('group', { name: /Land/ });
  await hexagons.getByRole('link', { name: /^District 1-1:/ }).waitFor();
  for (const region of [1, 2, 3]) {
    const name = hexagons.locator('text:visible', { hasText: `Region ${region}` });
    expect(await name.count()).toBe(1);
    const words = await name.boundingBox();
    expect(words?.height).toBeGreaterThan(11);
    for (const cell of await hexagons.getByRole('link', { name: `District ${region}-` }).all()) {
      const box = await cell.boundingBox();
      expect(box?.y).toBeGreaterThan(words?.y ?? Number.POSITIVE_INFINITY);
    }
  }
  expect(complaints).toEqual([]);
  await close();
});
