import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findOverflow } from '../browser/find-overflow.ts';
import { findViolations } from '../browser/find-violations.ts';
import { phone, type Visit } from '../browser/open-page.ts';
import { openStage, signInOn } from './open-stage.ts';
import { type VisitedPage, visitedPages } from './visited-pages.ts';

const stage = await openStage();
afterAll(() => stage.close());
await stage.report('L-1-1-1', { ama: 200, kofi: 100, esi: 10 });
await stage.report('L-1-1-2', { ama: 50, kofi: 80, esi: 10 });
await stage.report('L-2-1-1', { ama: 50, kofi: 180, esi: 10 });
await stage.report('L-2-2-1', { ama: 180, kofi: 50, esi: 10 });

interface Look {
  readonly options: BrowserContextOptions;
  readonly rightToLeft?: boolean;
  /** What is wrong with a page, seen like this. */
  readonly find: (page: Page) => Promise<string[]>;
}

const looks: Readonly<Record<string, Look>> = {
  light: { options: { colorScheme: 'light' }, find: findViolations },
  'dark on a phone': {
    options: { colorScheme: 'dark', viewport: phone },
    find: async (page) => [...(await findViolations(page)), ...(await findOverflow(page))],
  },
  'right to left on a phone': { options: { viewport: phone }, rightToLeft: true, find: findOverflow },
};

type Signed = VisitedPage['as'];

const turnAround = "addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl' })";

/** One browser for each look and person, kept from page to page as people keep theirs. */
const visits = new Map<string, Visit>();

const visitAs = async (name: string, { options, rightToLeft = false }: Look, as: Signed): Promise<Visit> => {
  const key = `${name} ${as?.email}`;
  const known = visits.get(key);
  if (known !== undefined) return known;
  const visit = await stage.visit(options);
  visits.set(key, visit);
  if (as !== undefined) await signInOn(visit, as);
  if (rightToLeft) await visit.page.addInitScript(turnAround);
  return visit;
};

/** An address that is asked for in vain shows on the console too. */
const isExpected = (complaint: string): boolean =>
  /status of 404 .*\/(elections\/nowhere|people\/nobody)/.test(complaint);

/** Beside the name of the election, or at the foot of a page that is not of one. */
const saidSimulated = (page: Page) =>
  page.getByText(/^Simulated stations$|^Elections with stations simulated .*: Land votes 2024$/).first();

const findOn = async (visited: VisitedPage, name: string, look: Look): Promise<string[]> => {
  const { page, complaints } = await visitAs(name, look, visited.as);
  await page.goto(visited.path);
  await visited.ready(page).waitFor();
  if (!visited.showsNothing) await saidSimulated(page).waitFor();
  await page.evaluate('document.fonts.ready');
  const found = await look.find(page);
  const unexpected = complaints.splice(0).filter((complaint) => !isExpected(complaint));
  return [...found, ...unexpected].map((what) => `${name}: ${what}`);
};

test.each(visitedPages)(
  '$name says what is simulated; axe, the console and a narrow window find nothing',
  async (visited) => {
    // Side by side: while one page is fetched, another is looked through.
    const found = await Promise.all(Object.entries(looks).map(([name, look]) => findOn(visited, name, look)));
    expect(found.flat()).toEqual([]);
  },
);
