import type { Browser } from 'playwright-core';
import { atMost, below, type Figure, type Row, row } from '../report/row.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { findChromium } from './find-chromium.ts';
import { launchChromium, openPage } from './open-map.ts';
import { entryScripts, gzippedKilobytes, pagesAreBuilt } from './page-scripts.ts';

const visits = 5;
const slowDown = 4;
const mostScript = atMost(180, 'KB');
const soonEnough = below(1_500, 'ms');

const figure = (metric: string, unit: string, value: number | null, note?: string): Figure => ({
  ...{ bench: 'page', metric, unit, value },
  ...(note === undefined ? {} : { note }),
});

const names = {
  entry: 'script that every page needs, gzip',
  home: 'script of the home page, gzip',
  map: 'script of the live map, gzip',
  interactive: 'live map interactive, processor 4 × slower, median of 5',
};

/** What a first visitor must load, and how long the map takes on a slow machine. */
export const measurePage = async (bench: BenchServer, election: string): Promise<Row[]> => {
  if (!pagesAreBuilt()) return withoutBrowser(null, 'apps/web/dist is not there: run `npm start` once');
  const entry = gzippedKilobytes(entryScripts());
  const program = findChromium();
  if (program === undefined)
    return withoutBrowser(entry, 'there is no Chromium; name one with CHROMIUM_PATH');
  const browser = await launchChromium(program);
  try {
    return await withBrowser(browser, `${bench.url}`, { election, entry });
  } finally {
    await browser.close();
  }
};

const withoutBrowser = (entry: number | null, note: string): Row[] => [
  row(figure(names.entry, 'KB', entry, note), null, mostScript),
  row(figure(names.home, 'KB', null, note), null, mostScript),
  row(figure(names.map, 'KB', null, note), null, mostScript),
  row(figure(names.interactive, 'ms', null, note), null, soonEnough),
];

const withBrowser = async (
  browser: Browser,
  url: string,
  { election, entry }: { election: string; entry: number },
): Promise<Row[]> => {
  const home = await openPage(browser, { url: `${url}/`, selector: 'main a', slowDown: 1 });
  const map = { url: `${url}/elections/${election}`, selector: '[data-code]' };
  const times = { slow: [] as number[], plain: [] as number[] };
  let scripts: readonly string[] = [];
  for (let visit = 0; visit < visits; visit++) {
    times.slow.push((await openPage(browser, { ...map, slowDown })).interactiveMs);
    const plain = await openPage(browser, { ...map, slowDown: 1 });
    times.plain.push(plain.interactiveMs);
    scripts = plain.scripts;
  }
  return [
    row(figure(names.entry, 'KB', entry), null, mostScript),
    row(figure(names.home, 'KB', gzippedKilobytes(home.scripts)), null, mostScript),
    row(figure(names.map, 'KB', gzippedKilobytes(scripts)), null, mostScript),
    row(
      figure(names.interactive, 'ms', median(times.slow)),
      { name: 'the same, not slowed down', value: median(times.plain) },
      soonEnough,
    ),
  ];
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
