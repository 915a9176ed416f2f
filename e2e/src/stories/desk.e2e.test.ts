import { afterAll, expect, test } from 'vitest';
import { electionCode } from '../nation/nation-shape.ts';
import { openStage, signInOn } from './open-stage.ts';

const stage = await openStage();
afterAll(() => stage.close());

test('who works in two areas sees the news of both as they come, and none of a third', async () => {
  const credentials = { email: 'two-areas@e2e.example', password: 'a long enough phrase' };
  const { id } = await stage.admin.send<{ id: string }>('POST', '/people', {
    ...credentials,
    name: 'Two areas',
  });
  for (const area of ['L-1', 'L-2']) {
    const scope = { election: electionCode, area };
    await stage.admin.send('POST', `/people/${id}/grants`, { role: 'data_admin', scope });
  }
  const visit = await stage.visit();
  const { page } = visit;
  await signInOn(visit, credentials);
  await page.goto(`/elections/${electionCode}/desk?tab=new`);
  await page.getByText('Live', { exact: true }).waitFor();
  // The second area's first: with the first area's topic alone nothing would say that the list is old.
  await stage.report('L-2-1-1', { ama: 200, kofi: 100, esi: 10 });
  await page.getByText('L-2-1-1').first().waitFor();
  await stage.report('L-1-1-1', { ama: 210, kofi: 100, esi: 10 });
  await page.getByRole('button', { name: 'Show 1 new one' }).click();
  await page.getByText('L-1-1-1').first().waitFor();
  await stage.report('L-3-1-1', { ama: 150, kofi: 100, esi: 10 });
  await stage.report('L-2-1-2', { ama: 120, kofi: 110, esi: 10 });
  await page.getByRole('button', { name: 'Show 1 new one' }).click();
  await page.getByText('L-2-1-2').first().waitFor();
  expect(await page.getByText('L-3-1-1').count()).toBe(0);
  expect(visit.complaints).toEqual([]);
  await visit.close();
});
