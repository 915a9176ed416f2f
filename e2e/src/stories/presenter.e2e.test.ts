import { afterAll, expect, test } from 'vitest';
import { electionCode } from '../nation/nation-shape.ts';
import { openStage, signInOn } from './open-stage.ts';
import { people } from './story-nation.ts';

const stage = await openStage();
afterAll(() => stage.close());
const dashboard = `/elections/${electionCode}/presenter`;

test('the presenter’s page asks to sign in, refuses who has no role for it, and is live for who has', async () => {
  const visitor = await stage.visit();
  await visitor.page.goto(dashboard);
  await visitor.page.getByRole('heading', { name: 'You may not see this page' }).waitFor();
  await visitor.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await signInOn(visitor, people.correspondent);
  // Back where he came from, and refused by the server.
  await visitor.page.waitForURL(`**${dashboard}`);
  await visitor.page.getByRole('heading', { name: 'You may not see this page' }).waitFor();
  await visitor.page.getByText('An administrator can give you the role').waitFor();
  expect(await visitor.page.getByRole('heading', { name: 'Biggest movements' }).count()).toBe(0);

  const presenter = await stage.visit();
  await signInOn(presenter, people.presenter);
  await presenter.page.goto(dashboard);
  await presenter.page.getByRole('heading', { name: 'Biggest movements' }).waitFor();
  await stage.report('L-1-1-1', { ama: 200, kofi: 100, esi: 10 });
  await presenter.page.getByText('1 of 18 stations reported').first().waitFor();
  await stage.report('L-1-1-2', { ama: 50, kofi: 400, esi: 10 });
  const moved = presenter.page.getByRole('listitem').filter({ hasText: 'Region 1' });
  await moved.filter({ hasText: 'The lead changes' }).waitFor();
  await presenter.page.getByText('points ahead of Ama Mensah').waitFor();
  // As many votes for both: nobody is called in front.
  await stage.report('L-1-2-1', { ama: 350, kofi: 100, esi: 10 });
  await presenter.page.getByText('points ahead of').waitFor({ state: 'detached' });
  expect(await presenter.page.getByRole('article').filter({ hasText: 'Level' }).count()).toBe(2);
  expect([...visitor.complaints, ...presenter.complaints]).toEqual([]);
  await visitor.close();
  await presenter.close();
});

test('whoever reloads without signal is told that, not that a right is missing, and the page comes back by itself', async () => {
  const presenter = await stage.visit();
  const { page, context } = presenter;
  await signInOn(presenter, people.presenter);
  await page.goto(dashboard);
  await page.getByRole('heading', { name: 'Biggest movements' }).waitFor();
  // The pages keep themselves for the time without signal.
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('alert').getByText('The server cannot be reached').first().waitFor();
  expect(await page.getByText('You may not see this page').count()).toBe(0);
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Biggest movements' }).waitFor();
  expect(presenter.complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  await presenter.close();
});
