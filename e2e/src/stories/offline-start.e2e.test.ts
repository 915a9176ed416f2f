import type { Sheet } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { heldBy, holds } from '../browser/held-files.ts';
import { keptRecords } from '../browser/kept-records.ts';
import { openPage, phone, type Visit } from '../browser/open-page.ts';
import { electionCode } from '../nation/nation-shape.ts';
import { startReleaseProxy } from '../program/release-proxy.ts';
import { openStage, signInOn } from './open-stage.ts';
import { people } from './story-nation.ts';

const stage = await openStage();
afterAll(() => stage.close());

const mapPage = `/elections/${electionCode}`;
const sendPage = `${mapPage}/send`;

const sheetsOf = async (station: string): Promise<Sheet[]> => {
  const path = `/elections/${electionCode}/results/sheets?area=${station}&race=president`;
  return (await stage.admin.get<{ items: Sheet[] }>(path)).items;
};

const unexpected = ({ complaints }: Visit): string[] =>
  complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/.test(text));

test('a polling agent opens the pages without signal, fills in a sheet, and it arrives once', async () => {
  const agent = await stage.visit({ viewport: phone, hasTouch: true, isMobile: true });
  await agent.page.goto('/');
  await agent.page.locator(`main a[href="${mapPage}"]`).waitFor();
  await expect.poll(() => keptRecords(agent.page, 'comitium-last-known')).toHaveLength(2);
  await signInOn(agent, people.correspondent);
  // No sending page was opened: having signed in is enough.
  await holds(agent.page, '/assets/send-sheet-page');
  const kept = async () => JSON.stringify(await keptRecords(agent.page, 'comitium-sheets'));
  await expect.poll(kept, { timeout: 20_000 }).toMatch(/"name":"\S+ stations land-2024".*Station 1-1-3/);
  await agent.page.close();

  const comeBack = await stage.cut(agent);
  const page = await agent.context.newPage();
  await page.goto('/');
  await page.getByText(/Not connected\. Last known figures/).waitFor();
  await page.getByRole('link', { name: 'Send results' }).click();
  await page.getByRole('link', { name: /Station 1-1-3/ }).click();
  await page.getByLabel('Ama Mensah').fill('81');
  await page.reload();
  expect(await page.getByLabel('Ama Mensah').inputValue()).toBe('81');
  await page.getByLabel('Kofi Boateng').fill('60');
  await page.getByLabel('Esi Darko').fill('7');
  await page.getByLabel('Rejected ballots').fill('2');
  await page.getByLabel('Ballots cast').fill('150');
  await page.getByLabel('Registered voters').fill('600');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Send when the signal is back' }).click();
  await page.getByText(/1 sheet is kept/).waitFor();
  await page.reload();
  await page.getByText(/1 sheet is kept/).waitFor();

  await comeBack();
  await expect.poll(() => sheetsOf('L-1-1-3')).toHaveLength(1);
  await page.goto(`${sendPage}?view=outbox`);
  await page.getByText(/Arrived at .* and counted/).waitFor();
  expect(await sheetsOf('L-1-1-3')).toMatchObject([{ revision: 1, votes: { ama: 81, kofi: 60, esi: 7 } }]);
  expect((await heldBy(page)).addresses.filter((address) => /^\/(api|live|log)\//.test(address))).toEqual([]);
  expect(unexpected(agent)).toEqual([]);
  await agent.close();
});

test('the map opens without a server with its last known figures and their time, and says what it never saw', async () => {
  await stage.report('L-2-1-1', { ama: 10, kofi: 90, esi: 5 });
  const visitor = await stage.visit({ viewport: phone });
  const { page } = visitor;
  await page.goto(mapPage);
  await page.getByRole('link', { name: /^Region 2: Kofi Boateng leads/ }).waitFor();
  await holds(page, '/boundaries/');
  const kept = async () => JSON.stringify(await keptRecords(page, 'comitium-last-known'));
  await expect.poll(kept).toContain('"leader":"kofi"');
  const comeBack = await stage.cut(visitor);
  await page.reload();
  await page.getByRole('link', { name: /^Region 2: Kofi Boateng leads/ }).waitFor();
  await page.getByText(/Not connected\. Last known figures: .*\d\d:\d\d/).waitFor();
  await page.goto(`${mapPage}?area=L-3&level=region`);
  await page.getByText('The server cannot be reached').waitFor();
  await page.goto('/verify');
  await page.getByText('The server cannot be reached').waitFor();
  await page.goto(mapPage);
  await page.getByText(/Not connected/).waitFor();
  await comeBack();
  await page.getByText('Live', { exact: true }).waitFor();
  // The page that was never kept asks for its files in vain.
  expect(unexpected(visitor).filter((text) => !text.startsWith('/verify: '))).toEqual([]);
  await visitor.close();
});

test('who signs out without signal leaves nothing but what is not sent, and the session ends with the signal', async () => {
  const agent = await stage.visit();
  const { page, context } = agent;
  await signInOn(agent, people.correspondent);
  await page.goto(`${sendPage}?station=L-1-2-2`);
  await page.getByLabel('Ama Mensah').fill('5');
  await holds(page, '/assets/send-sheet-page');
  await context.setOffline(true);
  await page.reload();
  await page.getByLabel('Ama Mensah').waitFor();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  for (const database of ['comitium-sheets', 'comitium-last-known']) {
    await expect.poll(() => keptRecords(page, database)).toEqual([]);
  }
  expect(await page.evaluate(() => localStorage.getItem('comitium.person'))).toBeNull();
  const cookies = async () =>
    (await context.cookies()).filter(({ name }) => name.endsWith('comitium_session'));
  expect(await cookies()).toHaveLength(1);
  await context.setOffline(false);
  await expect.poll(cookies).toEqual([]);
  await agent.close();
});

test('a new build comes with the next page; an open page whose files are gone loads it once', async () => {
  const proxy = await startReleaseProxy(stage.url);
  const visitor = await openPage(stage.browser, { baseURL: proxy.url });
  const { page } = visitor;
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.goto('/');
  await holds(page, '/assets/home-page');
  const [before] = (await heldBy(page)).builds;
  proxy.release();
  await page.getByRole('link', { name: 'Check the results yourself' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('script[src^="/assets/next/"]').waitFor({ state: 'attached' });
  await holds(page, '/assets/next/');
  await expect.poll(async () => (await heldBy(page)).builds.length).toBe(2);
  expect((await heldBy(page)).builds).toContain(before);
  expect(loads).toBe(2);
  await proxy.close();
  await page.goto('/');
  await page.locator('script[src^="/assets/next/"]').waitFor({ state: 'attached' });
  await page.getByRole('heading', { name: 'Elections' }).waitFor();
  await visitor.close();
});

test('who has opened the count once opens it without signal, and counts', async () => {
  const visit = await stage.visit();
  const { page } = visit;
  await page.goto('/count');
  await holds(page, '/assets/count-worker');
  await holds(page, '/assets/count-page');
  const comeBack = await stage.cut(visit);
  await page.goto('/count');
  await page.getByRole('button', { name: 'A ward with three seats' }).click();
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await page.getByRole('heading', { name: /^Elected: Abena Owusu/ }).waitFor();
  expect(unexpected(visit)).toEqual([]);
  await comeBack();
  await visit.close();
});
