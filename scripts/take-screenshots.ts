// Shoots every page on phone, laptop and wall, light, dark and right-to-left, into screenshots/ (ignored by git).
// Usage: node scripts/take-screenshots.ts [address of a running server] [part of a file name]
// COMITIUM_EMAIL and COMITIUM_PASSWORD sign in where a page wants it; the demonstration prints both.
import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { type Shot, shotsOf } from './shooting/shots.ts';

const [url = 'http://localhost:5050', wanted = ''] = process.argv.slice(2);
const folder = 'screenshots';

const electionToShow = async (): Promise<string> => {
  const response = await fetch(`${url}/live/state?topic=elections`);
  const { data } = (await response.json()) as {
    data: { items: Record<string, { code: string; state: string }> };
  };
  const items = Object.values(data.items);
  const shown = items.find(({ state }) => state === 'counting') ?? items[0];
  if (!shown) throw new Error(`${url} has no election to show`);
  return shown.code;
};

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});

/** The session is a cookie; the page looks for it only when it remembers a sign-in. */
const signIn = async (page: Page): Promise<void> => {
  const data = { email: process.env['COMITIUM_EMAIL'], password: process.env['COMITIUM_PASSWORD'] };
  if (!data.email) return;
  const answer = await page.request.post(`${url}/api/v1/auth/sign-in`, { data });
  if (!answer.ok()) throw new Error(`sign-in as ${data.email}: ${answer.status()} ${await answer.text()}`);
  await page.addInitScript("localStorage.setItem('comitium.signed-in', '1')");
};

const take = async (shot: Shot): Promise<void> => {
  const context = await browser.newContext({
    viewport: shot.device.size,
    deviceScaleFactor: shot.device.scale,
    colorScheme: shot.scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.warn(`${shot.file}: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.warn(`${shot.file}: ${error.message}`));
  if (shot.signedIn) await signIn(page);
  if (shot.direction === 'rtl') {
    await page.addInitScript(
      "addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl' })",
    );
  }
  await page.goto(`${url}${shot.path}`);
  await page.waitForSelector(shot.ready, { timeout: 15_000 });
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${folder}/${shot.file}.png`, fullPage: shot.whole });
  await context.close();
};

await mkdir(folder, { recursive: true });
for (const shot of shotsOf(await electionToShow())) {
  if (shot.file.includes(wanted)) await take(shot);
}
await browser.close();
