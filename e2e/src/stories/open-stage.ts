// What every story needs: the program with the small nation, and a browser.
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect } from 'vitest';
import { type Api, signIn } from '../api/api.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { openPage, type Visit } from '../browser/open-page.ts';
import { type PresidentVotes, presidentSheet } from '../nation/president-sheets.ts';
import { sendSheet } from '../nation/send-sheets.ts';
import { administrator, type Credentials, openInstallation } from '../program/installation.ts';
import { getPostmaster } from '../program/postmaster.ts';
import { holdImports } from './hold-imports.ts';
import { loadStoryNation } from './story-nation.ts';

export interface Stage {
  readonly url: string;
  readonly admin: Api;
  readonly browser: Browser;
  visit(options?: BrowserContextOptions): Promise<Visit>;
  /** A sheet that arrives from somewhere else. */
  report(station: string, votes: PresidentVotes): Promise<void>;
  /** No import of boundaries ends until it is let go, or the test is over. */
  holdImports(): Promise<() => Promise<void>>;
  /** Kills the program; the answer brings it back to the same address. */
  goAway(): Promise<() => Promise<void>>;
  /** No signal, and no server either: what gets through in spite of the one fails for the other. The answer ends both. */
  cut(visit: Pick<Visit, 'context'>): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export const openStage = async (): Promise<Stage> => {
  const installation = await openInstallation();
  const { url, port, program } = await installation.start();
  let running = program;
  const admin = await signIn(url, administrator);
  await loadStoryNation(admin);
  const browser = await openBrowser();
  const goAway: Stage['goAway'] = async () => {
    await running.kill('SIGKILL');
    return async () => {
      running = (await installation.start({ PORT: String(port) })).program;
    };
  };
  return {
    url,
    admin,
    browser,
    visit: (options = {}) => openPage(browser, { baseURL: url, ...options }),
    report: async (station, votes) => {
      const answer = await sendSheet(admin, { key: `story:${station}`, ...presidentSheet(station, votes) });
      expect(answer).toMatchObject({ status: 201, body: { status: 'accepted' } });
    },
    holdImports: () => holdImports(getPostmaster(installation.dataDir).connectionString),
    goAway,
    cut: async ({ context }) => {
      await context.setOffline(true);
      const comeBack = await goAway();
      return async () => {
        await comeBack();
        await context.setOffline(false);
      };
    },
    close: async () => {
      await browser.close();
      await installation.close();
    },
  };
};

/** Through the page, as people do. */
export const signInOn = async ({ page }: Visit, { email, password }: Credentials): Promise<void> => {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Account of/ }).waitFor();
};
