import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

export interface OpenedPage {
  /** Milliseconds from the start of the navigation until the map's areas are painted and the page answers. */
  readonly interactiveMs: number;
  /** Paths of the scripts that it asked for until then. */
  readonly scripts: readonly string[];
}

export const launchChromium = (program: string): Promise<Browser> =>
  chromium.launch({
    executablePath: program.includes('/')
      ? program
      : execFileSync('which', [program], { encoding: 'utf8' }).trim(),
    args: ['--no-sandbox', '--disable-gpu'],
  });

/** Notes the moment at which the areas are there, have been painted, and the main thread has time for people again. */
const noteInteractive = (selector: string): void => {
  const look = (): void => {
    if (document.querySelectorAll(selector).length === 0) {
      requestAnimationFrame(look);
      return;
    }
    requestAnimationFrame(() =>
      requestIdleCallback(() => {
        document.documentElement.dataset['benchInteractive'] = String(performance.now());
      }),
    );
  };
  requestAnimationFrame(look);
};

/** Opens a page as somebody who was never there, on a processor `slowDown` times as slow. */
export const openPage = async (
  browser: Browser,
  { url, selector, slowDown }: { url: string; selector: string; slowDown: number },
): Promise<OpenedPage> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    const scripts: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/^\/assets\/.+\.js$/.test(pathname)) scripts.push(pathname);
    });
    await page.addInitScript(noteInteractive, selector);
    await page.goto(url, { waitUntil: 'commit' });
    const noted = page.locator('html[data-bench-interactive]');
    await noted.waitFor({ state: 'attached', timeout: 60_000 });
    const interactiveMs = Number(await noted.getAttribute('data-bench-interactive'));
    return { interactiveMs, scripts: [...new Set(scripts)] };
  } finally {
    await context.close();
  }
};
