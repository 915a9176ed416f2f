import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findOverflow } from '../browser/find-overflow.ts';
import { findViolations } from '../browser/find-violations.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { openPage, phone, type Visit } from '../browser/open-page.ts';
import { addAuthenticator } from '../browser/virtual-authenticator.ts';
import { administrator, openInstallation } from '../program/installation.ts';
import { totpCode } from './totp-code.ts';

const installation = await openInstallation();
const { port } = await installation.start({ COMITIUM_REQUIRE_SECOND_FACTOR: 'true' });
const browser = await openBrowser();
// Passkeys belong to a name: an address in numbers has none.
const visit = (): Promise<Visit> =>
  openPage(browser, { baseURL: `http://localhost:${port}`, viewport: phone });
afterAll(async () => {
  await browser.close();
  await installation.close();
});

const firstStep = async (page: Page): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};
const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
};
const looks = async (page: Page): Promise<string[]> => [
  ...(await findViolations(page)),
  ...(await findOverflow(page)),
];
/** A refused step shows on the console too. */
const unexpected = ({ complaints }: Visit): string[] =>
  complaints.filter((one) => !/status of 40[13] .*\/api\/v1\/auth\//.test(one));

const recoveryCodes: string[] = [];

test('an administrator has to set up a second factor, adds a passkey, and signs in with it alone', async () => {
  const visitor = await visit();
  const { page } = visitor;
  await addAuthenticator(page);
  await firstStep(page);
  await page.waitForURL('**/security');
  await page.getByText('Set up a second factor first').waitFor();
  expect(await looks(page)).toEqual([]);

  await page.getByLabel('Name of the new passkey').fill('My phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep these recovery codes' });
  await dialog.waitFor();
  recoveryCodes.push(...(await dialog.locator('code').allTextContents()));
  expect(recoveryCodes).toHaveLength(10);
  expect(await looks(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('My phone', { exact: true }).waitFor();
  await page.getByText('Set up a second factor first').waitFor({ state: 'detached' });
  await page.goto('/set-up');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('You may not see this page').count()).toBe(0);

  await signOut(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/set-up');
  await page.goto('/security');
  await page.getByText(/by a passkey · with a second factor/).waitFor();
  await signOut(page);

  await firstStep(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('**/set-up');
  expect(unexpected(visitor)).toEqual([]);
  await visitor.close();
});

test('a recovery code lets in on another device, where an app is set up and asked for', async () => {
  const visitor = await visit();
  const { page } = visitor;
  await firstStep(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  expect(await looks(page)).toEqual([]);
  await page.getByLabel('Recovery code').fill('0000-0000-0000-0000');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('The code is not right, or no longer good').first().waitFor();
  await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL('**/set-up');

  await page.goto('/security');
  await page.getByText('9 of ten codes are left').waitFor();
  await page.getByRole('button', { name: 'Set up an app' }).click();
  const dialog = page.getByRole('dialog', { name: 'Authenticator app' });
  await dialog.getByRole('img', { name: 'QR code of the secret' }).waitFor();
  expect(await looks(page)).toEqual([]);
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await dialog.getByLabel('Then type the code that it shows').fill(totpCode(secret));
  await dialog.getByRole('button', { name: 'Turn it on' }).click();
  await page.getByText('The authenticator app is set up.').waitFor();

  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByText('All other sessions have ended.').waitFor();
  await signOut(page);
  await firstStep(page);
  const code = page.getByLabel('Code of your authenticator app');
  await code.waitFor();
  await code.fill(totpCode(secret, 1));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL('**/set-up');
  expect(unexpected(visitor)).toEqual([]);
  await visitor.close();
});
