// How somebody comes to a right and loses it: given on a page, invited by a link, approved by a second administrator.
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findOverflow } from '../browser/find-overflow.ts';
import { findViolations } from '../browser/find-violations.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { openPage, phone, type Visit } from '../browser/open-page.ts';
import { administrator, type Credentials, openInstallation, testSettings } from '../program/installation.ts';
import { commandLineProgram } from '../program/repository.ts';
import { runProgram } from '../program/spawned-program.ts';
import { signInOn } from './open-stage.ts';

const installation = await openInstallation();
const { url } = await installation.start();
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await installation.close();
});

const password = 'a phrase that is long';
const second: Credentials = { email: 'second@e2e.example', password: administrator.password };
const nino: Credentials = { email: 'nino@e2e.example', password };
const third: Credentials = { email: 'third@e2e.example', password };

const post = async (path: string, body: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
};

interface Letter {
  readonly to: string;
  readonly text: string;
}

/** The token of the newest link to an address, as soon as it lies in the mailbox. */
const tokenFor = async (email: string, page: string): Promise<string> => {
  const link = new RegExp(`${page}#token=([\\w.-]+)`);
  for (;;) {
    const { items } = (await (await fetch(`${url}/api/v1/dev/mailbox`)).json()) as { items: Letter[] };
    const found = items.filter(({ to }) => to === email).flatMap(({ text }) => link.exec(text)?.[1] ?? []);
    if (found[0] !== undefined) return found[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Joins as people do, so that the address is confirmed. */
const join = async ({ email }: Credentials, name: string): Promise<void> => {
  await post('auth/sign-up', { email, password, name });
  await post('auth/sign-up/confirm', { token: await tokenFor(email, '/sign-up/confirm'), password });
};

/** On a phone in the dark; whatever is wrong with what it shows. */
const look = async (page: Page): Promise<string[]> => [
  ...(await findViolations(page)),
  ...(await findOverflow(page)),
];

const visitAs = async (who: Credentials): Promise<Visit> => {
  const visit = await openPage(browser, { baseURL: url, viewport: phone, colorScheme: 'dark' });
  await signInOn(visit, who);
  return visit;
};

/** Follows the link before signing in: the way leads through the sign-in and back, without the token in an address. */
const acceptAs = async (who: Credentials): Promise<void> => {
  const visit = await openPage(browser, { baseURL: url, viewport: phone, colorScheme: 'dark' });
  const { page, complaints, close } = visit;
  const token = await tokenFor(who.email, '/invitation');
  await page.goto(`/invitation#token=${token}`);
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').waitFor();
  expect(page.url()).not.toContain(token);
  await signInOn(visit, who);
  const accept = page.getByRole('button', { name: 'Take on this role' });
  await accept.waitFor();
  expect(await look(page)).toEqual([]);
  await accept.click();
  await page.getByRole('heading', { name: 'The role is yours' }).waitFor();
  await page.goto('/');
  await page.goto(`/invitation#token=${token}`);
  await page.getByRole('heading', { name: 'This invitation cannot be accepted' }).waitFor();
  expect(complaints.filter((complaint) => !/status of 404 .*preview/.test(complaint))).toEqual([]);
  await close();
};

const invite = async (page: Page, email: string, role: string): Promise<void> => {
  await page.goto('/admin?section=invitations');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody to a role' });
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await dialog.getByText('Say who is invited.').waitFor();
  await dialog.getByLabel('E-mail address or phone number').fill(email);
  await dialog.getByLabel('Role').selectOption({ label: role });
  await dialog.getByLabel('Why').fill('She knows the work');
  expect(await look(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await dialog.waitFor({ state: 'detached' });
};

await join(nino, 'Nino');
await join(third, 'Third');

test('an administrator finds a person, gives a role with a reason, ends it, and sees all of it afterwards', async () => {
  const { page, complaints, close } = await visitAs(administrator);
  await page.goto('/admin');
  await page.getByRole('list', { name: 'People' }).waitFor();
  await page.getByLabel('Find somebody').fill('nino@e2e.example');
  await page.getByText('1 person', { exact: true }).waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Nino' }).click();
  await page.getByRole('heading', { name: 'Nino', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Give a role' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give Nino a role' });
  await dialog.getByLabel('Role').selectOption({ label: 'Presenter' });
  await dialog.getByRole('button', { name: 'Give the role' }).click();
  await dialog.getByText('Say why, in three letters or more.').waitFor();
  await dialog.getByLabel('Why').fill('Speaks on the night');
  expect(await look(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Give the role' }).click();
  await page.getByText('Why: Speaks on the night').waitFor();
  expect(await look(page)).toEqual([]);
  await page.getByRole('button', { name: 'End: Presenter, Everywhere' }).click();
  const ending = page.getByRole('dialog', { name: 'End this role?' });
  await ending.getByRole('textbox').fill('The night is over');
  await ending.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByText('The role has ended.').waitFor();
  await page.getByText('Earlier roles').click();
  await page.getByText(/Ended by Administrator, .* Why: The night is over/).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('sessions of a person are ended on his page, and he is signed out where he is', async () => {
  const { page: his } = await visitAs(nino);
  const { page, close } = await visitAs(administrator);
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Nino' }).click();
  await page.getByRole('heading', { name: 'Open sessions' }).waitFor();
  await page.getByRole('button', { name: 'End all sessions' }).click();
  const dialog = page.getByRole('dialog', { name: 'End these sessions?' });
  await dialog.getByRole('textbox').fill('The telephone was lost');
  await dialog.getByRole('button', { name: 'End all sessions' }).click();
  await page.getByText('This person is signed in nowhere.').waitFor();
  await page.getByRole('button', { name: 'Remove second factors' }).click();
  const lost = page.getByRole('dialog', { name: 'Remove the second factors?' });
  await lost.getByRole('textbox').fill('He came in person');
  await lost.getByRole('button', { name: 'Remove second factors' }).click();
  await lost.waitFor({ state: 'detached' });
  await page.getByText('The second factors are removed.').waitFor();
  await his.reload();
  await his.getByRole('link', { name: 'Sign in' }).first().waitFor();
  await close();
});

test('whoever is invited accepts by the link, once', async () => {
  const { page, complaints, close } = await visitAs(administrator);
  await invite(page, nino.email, 'Election administrator');
  await page.getByText('The invitation was sent.').waitFor();
  await acceptAs(nino);
  await page.reload();
  await page.getByText('Accepted by Nino').waitFor();
  expect(await look(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('a platform administrator needs a second one’s approval before anything is sent', async () => {
  const settings = { ...testSettings(installation.dataDir), USER_PASSWORD: second.password };
  const command = [commandLineProgram, 'user', 'create', '--email', second.email, '--admin'];
  expect((await runProgram(command, settings)).code).toBe(0);
  const first = await visitAs(administrator);
  await invite(first.page, third.email, 'Platform administrator');
  await first.page.getByText('The invitation waits for another administrator.').waitFor();
  await first.page.goto('/admin?section=approvals');
  await first.page.getByText('You asked for this; another administrator decides.').waitFor();
  expect(await first.page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
  const other = await visitAs(second);
  await other.page.goto('/admin?section=approvals');
  await other.page.getByRole('button', { name: /^Approve t/ }).waitFor();
  expect(await look(other.page)).toEqual([]);
  await other.page.getByRole('button', { name: /^Approve t/ }).click();
  await other.page
    .getByRole('dialog', { name: 'Approve this administrator?' })
    .getByRole('button', { name: 'Approve' })
    .click();
  await other.page.getByText('Approved: the invitation was sent.').waitFor();
  await acceptAs(third);
  for (const { complaints, close } of [first, other]) {
    expect(complaints).toEqual([]);
    await close();
  }
});
