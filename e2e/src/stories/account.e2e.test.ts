// Somebody joins by phone, and with it goes through everything an account can do, until it is deleted.
import { createECDH } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findOverflow } from '../browser/find-overflow.ts';
import { findViolations } from '../browser/find-violations.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { openPage, phone as phoneWindow } from '../browser/open-page.ts';
import { openInstallation } from '../program/installation.ts';

const installation = await openInstallation();
const pushKeys = createECDH('prime256v1');
const { url } = await installation.start({
  COMITIUM_CODE_RESEND_SECONDS: '1',
  COMITIUM_VAPID_PUBLIC_KEY: pushKeys.generateKeys('base64url'),
  COMITIUM_VAPID_PRIVATE_KEY: pushKeys.getPrivateKey('base64url'),
  COMITIUM_VAPID_SUBJECT: 'mailto:operator@example.org',
});
const browser = await openBrowser();
const { page, context, complaints } = await openPage(browser, { baseURL: url, viewport: phoneWindow });
afterAll(async () => {
  await browser.close();
  await installation.close();
});

const name = 'Nino Beridze';
const number = '+995 555 12 34 56';
const newNumber = '+995 555 65 43 21';
const email = 'nino@example.org';
const passwords = ['seven small stones', 'eight grey herons'] as const;

/** What axe and a narrow window find on the page as it stands. */
const look = async (): Promise<string[]> => [...(await findViolations(page)), ...(await findOverflow(page))];
const button = (label: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name: label });
const heading = (label: string) => page.getByRole('heading', { name: label });

/** The newest message to somebody, read on the mailbox page in a window of its own. */
const openMailbox = async (to: string) => {
  const mailbox = await context.newPage();
  await mailbox.goto('/dev/mailbox');
  await mailbox.getByRole('searchbox').fill(to);
  return { mailbox, newest: mailbox.getByRole('article').first() };
};

const readCode = async (to: string): Promise<string> => {
  const { mailbox, newest } = await openMailbox(to);
  const text = (await newest.textContent()) ?? '';
  await mailbox.close();
  const code = /\b\d{6}\b/.exec(text)?.[0];
  if (code === undefined) throw new Error(`no code in: ${text}`);
  return code;
};

/** Waits for a message about something, and follows its link on the page. */
const followLink = async (to: string, about: RegExp): Promise<void> => {
  const { mailbox } = await openMailbox(to);
  const message = mailbox.getByRole('article').filter({ hasText: about }).first();
  const href = await message.getByRole('link').getAttribute('href');
  await mailbox.close();
  const { pathname, hash } = new URL(href ?? '');
  await page.goto('about:blank');
  await page.goto(`${pathname}${hash}`);
};

const signIn = async (password: string): Promise<void> => {
  await page.goto('/sign-in');
  await page.getByRole('radio', { name: 'With a password' }).check();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

const signOut = async (): Promise<void> => {
  await button(/^Account of/).click();
  await button('Sign out').click();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
};

test('joins by phone; a wrong code says how many tries are left', async () => {
  await page.goto('/join');
  await button('Send a code').click();
  await page.getByText('Write your phone number.').waitFor();
  expect(await look()).toEqual([]);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Phone number').fill('12');
  await button('Send a code').click();
  await page.getByText(/not a phone number/).waitFor();
  await page.getByLabel('Phone number').fill(number);
  await button('Send a code').click();
  const field = page.getByLabel('Code from the message');
  await field.waitFor();
  expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
  expect(await page.evaluate<string>('document.activeElement.getAttribute("autocomplete")')).toBe(
    'one-time-code',
  );
  expect(await look()).toEqual([]);
  const code = await readCode('+995555123456');
  await field.fill(code === '000000' ? '111111' : '000000');
  await button('Join').click();
  await page.getByText('4 tries are left', { exact: false }).waitFor();
  // Pasted with the words around it, as it stands in the message.
  await field.fill(`Your code: ${code}`);
  await button('Join').click();
  await heading('Your account').waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe(name);
  expect(await look()).toEqual([]);
});

test('adds an e-mail, which its reader confirms, and sets a first password by it', async () => {
  await page.getByText('For a password, add and confirm your e-mail first.').waitFor();
  await button('Add E-mail').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  expect(await look()).toEqual([]);
  await button('Send the link', dialog).click();
  await page.getByText(/New e-mail on its way/).waitFor();
  await followLink(email, /confirm-change/);
  await heading('Is this right?').waitFor();
  expect(await look()).toEqual([]);
  await button('Yes, change it').click();
  await page.getByText(/^Done: the e-mail is now/).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'To your account' }).click();
  await page.getByRole('main').getByText(email).waitFor();
  await button('Set a password by e-mail').click();
  await page.getByText('The link is on its way').waitFor();
  await followLink(email, /reset-password/);
  await page.getByLabel('New password', { exact: true }).fill('short');
  await button('Set the password').click();
  await page.getByText('Use at least 10 characters.').waitFor();
  await page.getByLabel('New password', { exact: true }).fill('password123');
  await button('Set the password').click();
  await page.getByText(/guessed too easily/).waitFor();
  expect(await look()).toEqual([]);
  await page.getByLabel('New password', { exact: true }).fill(passwords[0]);
  await button('Set the password').click();
  await page.getByText('Your password is set').waitFor();
});

test('signs in by password, and with another one after a reset; an old link is told apart from none', async () => {
  await signIn('not this one at all');
  await page.getByText('E-mail or password do not match').first().waitFor();
  expect(await look()).toEqual([]);
  await signIn(passwords[0]);
  await button(`Account of ${name}`).waitFor();
  await signOut();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'I have forgotten my password' }).click();
  // The page before has a field of the same name.
  await heading('Set a new password').waitFor();
  await page.getByLabel('E-mail').fill(email);
  expect(await look()).toEqual([]);
  await button('Send the link').click();
  await heading('Look into your mailbox').waitFor();
  expect(await look()).toEqual([]);
  await followLink(email, /reset-password/);
  const used = page.url();
  await page.getByLabel('New password', { exact: true }).fill(passwords[1]);
  await button('Set the password').click();
  await page.getByText('Your password is set').waitFor();
  await page.goto('about:blank');
  await page.goto(used);
  await page.getByLabel('New password', { exact: true }).fill('yet another phrase');
  await button('Set the password').click();
  await heading('The link is no longer good').waitFor();
  await page.goto('/reset-password');
  await heading('The link is not whole').waitFor();
  await signIn(passwords[0]);
  await page.getByText('E-mail or password do not match').first().waitFor();
  await signIn(passwords[1]);
  await button(`Account of ${name}`).waitFor();
});

test('changes the phone by a code to the new number and one to the old', async () => {
  await page.goto('/account');
  await button('Change Phone').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Phone number').fill(newNumber);
  await button('Send the code', dialog).click();
  await dialog.getByLabel('Code sent to the new number').waitFor();
  expect(await look()).toEqual([]);
  await dialog.getByLabel('Code sent to the new number').fill(await readCode('+995555654321'));
  await button('Confirm', dialog).click();
  await dialog.getByText('The new number is confirmed').waitFor();
  await dialog.getByLabel('Code sent to the present number').fill(await readCode('+995555123456'));
  await button('Confirm', dialog).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('main').getByText('+995555654321').waitFor();
});

test('shows a photo, changes language and colours, and they stay', async () => {
  await page.goto('/account');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('Add a photo').click()]);
  const drawn = await page.evaluate<string>(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 400 });
    canvas.getContext('2d').fillRect(0, 0, 300, 400);
    return canvas.toDataURL('image/png').split(',')[1];
  })()`);
  await chooser.setFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(drawn, 'base64') });
  await page.getByRole('img', { name: 'Your photo' }).waitFor();
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await page.evaluate<string>('document.documentElement.dataset.scheme')).toBe('dark');
  expect(await look()).toEqual([]);
  await page.getByRole('radio', { name: 'Français' }).check();
  await expect.poll(() => page.evaluate<string>('document.documentElement.lang')).toBe('fr');
  await page.reload();
  await page.getByRole('radio', { name: 'Français', checked: true }).waitFor();
  expect(await look()).toEqual([]);
  await page.getByRole('radio', { name: 'English' }).check();
  await heading('Your account').waitFor();
});

test('offers notifications, and says when the browser cannot have them', async () => {
  await context.grantPermissions(['notifications']);
  await page.reload();
  const push = page.getByRole('region', { name: 'Notifications' });
  await push.getByText(/^Off\./).waitFor();
  // A window without a profile reaches no push service.
  await button('Turn on', push).click();
  await push.getByText('Your browser could not turn them on').waitFor();
  expect(await look()).toEqual([]);
});

test('saves what is held, and leaves nothing behind', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), button('Save the file').click()]);
  const account = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    profile: { name: string; photo: object | null };
    identities: { kind: string; value: string }[];
  };
  expect(account.profile).toMatchObject({ name, photo: { mediaType: 'image/jpeg' } });
  expect(account.identities.map(({ value }) => value).sort()).toEqual(['+995555654321', email]);
  await button('Delete …').click();
  const dialog = page.getByRole('dialog');
  expect(await button('Delete for good', dialog).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox').check();
  expect(await look()).toEqual([]);
  await button('Delete for good', dialog).click();
  await heading('Your account is deleted').waitFor();
  await signIn(passwords[1]);
  await page.getByText('E-mail or password do not match').first().waitFor();
  const expected = /status of (400|401|404|422)|Push API in incognito mode/;
  const unexpected = complaints.filter((complaint) => !expected.test(complaint));
  expect(unexpected).toEqual([]);
});

test('joins by e-mail: the link asks for the password once more', async () => {
  const other = { name: 'Gia', email: 'gia@example.org', password: 'nine brown foxes' };
  await page.goto('/join');
  await page.getByRole('radio', { name: 'By e-mail' }).check();
  await page.getByLabel('Your name').fill(other.name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(other.email);
  await page.getByLabel('Password', { exact: true }).fill(other.password);
  expect(await look()).toEqual([]);
  await button('Send a link').click();
  await heading('Look into your mailbox').waitFor();
  await followLink(other.email, /sign-up\/confirm/);
  await page.getByLabel('Password', { exact: true }).fill('something else');
  await button('Confirm').click();
  await page.getByText(/This is not the password\. 4 tries are left\./).waitFor();
  expect(await look()).toEqual([]);
  await page.getByLabel('Password', { exact: true }).fill(other.password);
  await button('Confirm').click();
  await heading('Your account').waitFor();
});

test('says how long to wait, and that there is no connection, and keeps what was typed', async () => {
  const guest = await openPage(browser, { baseURL: url });
  await guest.page.goto('/sign-in');
  await guest.page.getByRole('radio', { name: 'With a code' }).check();
  const wanted = guest.page.getByLabel('Phone number');
  await wanted.fill('+995 555 00 00 01');
  await guest.context.setOffline(true);
  await button('Send a code', guest.page).click();
  await guest.page.getByText('The server cannot be reached').waitFor();
  await guest.context.setOffline(false);
  expect(await wanted.inputValue()).toBe('+995 555 00 00 01');
  // Five codes an hour for one number; then even its owner waits.
  const ask = async (): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ phone: '+995555000001' });
    const answer = await fetch(`${url}/api/v1/auth/phone/code`, { method: 'POST', headers, body });
    return Number(answer.headers.get('retry-after'));
  };
  await expect.poll(ask).toBeGreaterThan(60);
  await button('Send a code', guest.page).click();
  await guest.page.getByText(/^Wait \d+ (minutes|hour), then try again\.$/).waitFor();
  expect(await findViolations(guest.page)).toEqual([]);
  await guest.close();
});
