import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the console (violations of the content-security policy among them), exceptions, answers of 500 and more. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export const phone = { width: 360, height: 740 };
/** A slow machine is no fault: long enough for one, and short enough to learn of what never comes. */
const patienceMs = 60_000;
const laptop = { width: 1366, height: 768 };

const listen = (page: Page, complaints: string[]): void => {
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    complaints.push(`${new URL(page.url()).pathname}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
  });
};

/** A person with a browser of his own: nothing is shared with others but the server. */
export const openPage = async (browser: Browser, options: BrowserContextOptions): Promise<Visit> => {
  const context = await browser.newContext({ viewport: laptop, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patienceMs);
  const complaints: string[] = [];
  context.on('page', (page) => listen(page, complaints));
  const page = await context.newPage();
  return { page, context, complaints, close: () => context.close() };
};
