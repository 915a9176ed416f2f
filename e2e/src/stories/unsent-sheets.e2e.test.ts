// Sheets that were entered without signal go out from whichever page is open when it is back.
import type { Sheet } from '@comitium/contract';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { holds } from '../browser/held-files.ts';
import { phone, type Visit } from '../browser/open-page.ts';
import { electionCode } from '../nation/nation-shape.ts';
import { openStage, signInOn } from './open-stage.ts';
import { people } from './story-nation.ts';

const stage = await openStage();
afterAll(() => stage.close());
await stage.report('L-2-1-1', { ama: 10, kofi: 90, esi: 5 });

const mapPage = `/elections/${electionCode}`;
const sendPage = `${mapPage}/send`;

const sheetsOf = async (station: string): Promise<Sheet[]> => {
  const path = `/elections/${electionCode}/results/sheets?area=${station}&race=president`;
  return (await stage.admin.get<{ items: Sheet[] }>(path)).items;
};

const openAgent = async (): Promise<Visit> => {
  const agent = await stage.visit({ viewport: phone, hasTouch: true, isMobile: true });
  await agent.page.goto(sendPage);
  await signInOn(agent, people.correspondent);
  await holds(agent.page, '/assets/send-sheet-page');
  await holds(agent.page, '/assets/unsent-sheets');
  return agent;
};

/** Fills in a sheet while the server is reached, and hands it over when it is not any more. */
const queueWithoutSignal = async (agent: Visit, station: string): Promise<() => Promise<void>> => {
  const { page } = agent;
  await page.goto(`${sendPage}?station=${station}`);
  await page.getByLabel('Ama Mensah').fill('70');
  await page.getByLabel('Kofi Boateng').fill('60');
  await page.getByLabel('Esi Darko').fill('8');
  await page.getByLabel('Rejected ballots').fill('2');
  await page.getByLabel('Ballots cast').fill('140');
  await page.getByLabel('Registered voters').fill('600');
  const comeBack = await stage.cut(agent);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Send when the signal is back' }).click();
  await page.getByText(/1 sheet is kept/).waitFor();
  await page.getByText(/leave one open/).waitFor();
  return comeBack;
};

const expectArrivedOnce = async (page: Page, station: string): Promise<void> => {
  await expect.poll(() => sheetsOf(station)).toHaveLength(1);
  await page.getByRole('link', { name: '1 sheet not sent' }).waitFor({ state: 'detached' });
  expect(await sheetsOf(station)).toMatchObject([{ revision: 1, votes: { ama: 70, kofi: 60, esi: 8 } }]);
};

const unexpected = ({ complaints }: Visit): string[] =>
  complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/.test(text));

test('a sheet goes out from the map, where its sender has gone on to look, and is counted there as not sent', async () => {
  const agent = await openAgent();
  const { page } = agent;
  const comeBack = await queueWithoutSignal(agent, 'L-1-1-1');
  await page.goto(mapPage);
  await page.getByRole('link', { name: '1 sheet not sent' }).waitFor();
  await comeBack();
  await expectArrivedOnce(page, 'L-1-1-1');
  expect(new URL(page.url()).pathname).toBe(mapPage);
  expect(unexpected(agent)).toEqual([]);
  await agent.close();
});

test('a sheet of a page that was closed waits, and goes out with the next page, whichever it is', async () => {
  const agent = await openAgent();
  const comeBack = await queueWithoutSignal(agent, 'L-1-1-2');
  await agent.page.close();
  await comeBack();
  expect(await sheetsOf('L-1-1-2')).toEqual([]);
  const page = await agent.context.newPage();
  await page.goto('/');
  await expectArrivedOnce(page, 'L-1-1-2');
  await page.goto(`${sendPage}?view=outbox`);
  await page.getByText(/Arrived at .* and counted/).waitFor();
  expect(unexpected(agent)).toEqual([]);
  await agent.close();
});

test('the sheet of who has signed out stays, and another person on the same device neither sends nor sees it', async () => {
  const agent = await openAgent();
  const { page } = agent;
  const comeBack = await queueWithoutSignal(agent, 'L-1-1-3');
  await page.goto('/');
  await page.getByRole('link', { name: '1 sheet not sent' }).waitFor();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out all the same' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  expect(await page.getByRole('link', { name: '1 sheet not sent' }).count()).toBe(0);
  await comeBack();
  await signInOn(agent, people.desk);
  await page.goto(mapPage);
  await page.getByText(/stations reported/).waitFor();
  expect(await page.getByRole('link', { name: '1 sheet not sent' }).count()).toBe(0);
  expect(await sheetsOf('L-1-1-3')).toEqual([]);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  await signInOn(agent, people.correspondent);
  await expectArrivedOnce(page, 'L-1-1-3');
  await agent.close();
});
