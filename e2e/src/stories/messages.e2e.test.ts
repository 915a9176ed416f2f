// Messages as people meet them: the local mailbox outside production, and what an administrator does about failures.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { openPage } from '../browser/open-page.ts';
import { administrator, openInstallation } from '../program/installation.ts';
import { signInOn } from './open-stage.ts';

/** An SMS provider that refuses everything until its account is mended. */
const provider = { mended: false, taken: [] as string[] };
const gateway = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  if (provider.mended) provider.taken.push(body);
  response.writeHead(provider.mended ? 200 : 402).end();
}).listen(0, '127.0.0.1');
await once(gateway, 'listening');
const { port } = gateway.address() as AddressInfo;

const installation = await openInstallation();
const { url } = await installation.start({
  COMITIUM_SMS_GATEWAY: 'http',
  COMITIUM_SMS_URL: `http://127.0.0.1:${port}/`,
  COMITIUM_SMS_BODY: 'to={to}&text={text}',
});
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await installation.close();
  gateway.close();
});

const post = async (path: string, body: object): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
    .status;
};

test('an e-mail lies in the local mailbox a moment later, readable in both its forms', async () => {
  const { page, complaints } = await openPage(browser, { baseURL: url });
  await page.goto('/dev/mailbox');
  await page.getByRole('heading', { name: 'No messages yet' }).waitFor();
  const person = {
    email: 'nino@example.org',
    password: 'a phrase that is long',
    name: 'Nino',
    language: 'ka',
  };
  expect(await post('auth/sign-up', person)).toBeLessThan(300);
  const message = page.getByRole('article', { name: /^E-mail to nino@example\.org/ });
  await message.waitFor();
  await message.getByRole('link', { name: 'Open the link' }).waitFor();
  expect(await message.getByRole('link').getAttribute('href')).toContain(new URL(url).port);
  await message.getByRole('radio', { name: 'As e-mail programs draw it' }).check();
  const drawn = page.frameLocator('iframe');
  await drawn.getByRole('link').waitFor();
  expect(await drawn.locator('html').getAttribute('lang')).toBe('ka');
  expect(complaints).toEqual([]);
});

test('an administrator mends the gateway and sends a dead letter again, once', async () => {
  expect(await post('auth/phone/code', { phone: '+995555123412' })).toBeLessThan(300);
  const visit = await openPage(browser, { baseURL: url });
  const { page } = visit;
  await signInOn(visit, administrator);
  await page.goto('/admin/dead-letters');
  const letter = page.getByRole('article', { name: /Sign-in code/ });
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Look again' }).click();
      return letter.count();
    })
    .toBe(1);
  expect(await letter.textContent()).toMatch(/\+995 5•• ••• 12[\s\S]*The gateway answered 402/);
  provider.mended = true;
  await letter.getByRole('button', { name: 'Send again' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await dialog.getByText('Write at least three letters.').waitFor();
  await dialog.getByLabel('Reason').fill('The account was topped up.');
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('The message is being sent again.').waitFor();
  await page.getByRole('heading', { name: 'No dead letters' }).waitFor();
  await expect.poll(() => provider.taken.length).toBe(1);
  expect(new URLSearchParams(provider.taken[0]).get('to')).toBe('+995555123412');
});
