import type { Sheet } from '@comitium/contract';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { phone } from '../browser/open-page.ts';
import { electionCode } from '../nation/nation-shape.ts';
import { openStage, signInOn } from './open-stage.ts';
import { people } from './story-nation.ts';

const stage = await openStage();
afterAll(() => stage.close());

const sendPage = `/elections/${electionCode}/send`;

const fillPresidentSheet = async (page: Page, [ama, kofi, esi]: readonly [number, number, number]) => {
  await page.getByLabel('Ama Mensah').fill(String(ama));
  await page.getByLabel('Kofi Boateng').fill(String(kofi));
  await page.getByLabel('Esi Darko').fill(String(esi));
  await page.getByLabel('Rejected ballots').fill('1');
  await page.getByLabel('Ballots cast').fill(String(ama + kofi + esi + 1));
  await page.getByLabel('Registered voters').fill('600');
};

const sheetsOf = async (station: string): Promise<Sheet[]> => {
  const path = `/elections/${electionCode}/results/sheets?area=${station}&race=president`;
  return (await stage.admin.get<{ items: Sheet[] }>(path)).items;
};

test('a sheet sent on a phone appears on the map in another browser', async () => {
  const map = await stage.visit();
  await map.page.goto(`/elections/${electionCode}`);
  await map.page.getByRole('link', { name: 'Region 1: no report yet' }).waitFor();
  const sender = await stage.visit({ viewport: phone, hasTouch: true, isMobile: true });
  await sender.page.goto(sendPage);
  await sender.page.getByRole('link', { name: 'Sign in' }).last().click();
  await signInOn(sender, people.correspondent);
  await sender.page.getByRole('link', { name: /Station 1-1-1/ }).click();
  await fillPresidentSheet(sender.page, [150, 120, 20]);
  await sender.page.getByText('adds up').waitFor();
  await sender.page.getByRole('button', { name: 'Review' }).click();
  await sender.page.getByRole('button', { name: 'Send this sheet' }).click();
  await sender.page.getByText(/Arrived at .* and counted/).waitFor();

  await map.page.getByRole('link', { name: /^Region 1: Ama Mensah leads with/ }).waitFor();
  await map.page.getByText('1 of 18 stations reported').waitFor();
  await map.page.getByText(/Station 1-1-1/).waitFor();
  expect(await sheetsOf('L-1-1-1')).toMatchObject([{ votes: { ama: 150, kofi: 120, esi: 20 }, rejected: 1 }]);
  expect([...map.complaints, ...sender.complaints]).toEqual([]);
  await map.close();
  await sender.close();
});

test('without signal a sheet waits on the phone through a reload, and is sent once', async () => {
  const sender = await stage.visit({ viewport: phone });
  const { page, context } = sender;
  await page.goto(sendPage);
  await signInOn(sender, people.correspondent);
  await page.goto(`${sendPage}?station=L-1-1-2`);
  await fillPresidentSheet(page, [90, 170, 30]);
  // The pages keep themselves for the time without signal.
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Send when the signal is back' }).click();
  await page.getByText(/1 sheet is kept/).waitFor();
  expect(await sheetsOf('L-1-1-2')).toEqual([]);

  await page.reload();
  await page.getByText(/1 sheet is kept/).waitFor();
  await context.setOffline(false);
  await expect.poll(() => sheetsOf('L-1-1-2')).toHaveLength(1);
  await page.goto(`${sendPage}?view=outbox`);
  await page.getByText(/Arrived at .* and counted/).waitFor();
  expect(await sheetsOf('L-1-1-2')).toMatchObject([{ revision: 1, votes: { ama: 90, kofi: 170, esi: 30 } }]);
  const unexpected = sender.complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'));
  expect(unexpected).toEqual([]);
  await sender.close();
});

test('everything can be done without a mouse: sign in, choose, fill, send', async () => {
  const sender = await stage.visit();
  const { page } = sender;
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  /** Tab as often as it takes to come to what has this role and name. */
  const tabTo = async (role: 'link' | 'button' | 'textbox', name: RegExp | string) => {
    const target = page.getByRole(role, { name }).first();
    await target.waitFor();
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
      await press('Tab');
    }
    throw new Error(`Tab does not lead to the ${role} ${name}`);
  };
  await page.goto(`/sign-in?back=${encodeURIComponent(sendPage)}`);
  await tabTo('textbox', 'E-mail');
  await page.keyboard.type(people.correspondent.email);
  await press('Tab');
  await page.keyboard.type(people.correspondent.password);
  await press('Enter');
  await tabTo('link', /Station 1-2-1/);
  await press('Enter');
  for (const [name, figure] of [
    ['Ama Mensah', 111],
    ['Kofi Boateng', 140],
    ['Esi Darko', 9],
    ['Rejected ballots', 0],
    ['Ballots cast', 260],
    ['Registered voters', 600],
  ] as const) {
    await tabTo('textbox', new RegExp(name));
    await page.keyboard.type(String(figure));
  }
  await tabTo('button', 'Review');
  await press('Enter');
  await tabTo('button', 'Send this sheet');
  await press('Enter');
  await page.getByText(/Arrived at .* and counted/).waitFor();
  expect(await sheetsOf('L-1-2-1')).toMatchObject([{ votes: { ama: 111, kofi: 140, esi: 9 } }]);
  expect(sender.complaints).toEqual([]);
  await sender.close();
});
