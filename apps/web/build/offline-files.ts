// Tells the service worker which files a build consists of, so that it can keep them for the time without signal.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { filesOf } from './files-of.ts';

const start = ['src/start.tsx', 'home/home-page.tsx', 'live-map/live-map-page.tsx', 'wall/wall-page.tsx'];
/** What a polling agent needs besides; kept only where somebody has signed in. */
const send = [
  'app/private-layout.tsx',
  'send-sheet/choose-election-page.tsx',
  'send-sheet/send-sheet-page.tsx',
  'send-sheet/sender/keep-for-sending.ts',
  'send-sheet/sender/unsent-sheets.tsx',
  'send-sheet/storage/forget-sheets.ts',
];
/** Counting ballots needs no server at all; kept once somebody has opened the page. */
const count = ['count/count-page.tsx'];
const textsOf = ['shell', 'ui', 'problems', 'findings', 'home', 'results', 'live-map', 'wall', 'send-sheet'];
const languages = ['en', 'fr', 'ar', 'ka'];
/** Files that no module imports: fonts, and what runs beside the page. */
const unnamed: Readonly<Record<string, RegExp>> = {
  count: /\/count-worker-[^/]*\.js$/,
  start: /\/inter-latin-wght-normal-[^/]*\.woff2$/,
  ar: /\/noto-sans-arabic-arabic-[^/]*\.woff2$/,
  ka: /\/noto-sans-georgian-georgian-[^/]*\.woff2$/,
};
const place = '/* the build writes it here */';

type Bundle = Rolldown.OutputBundle;

const endsLike = (endings: readonly string[]) => (module: string) =>
  endings.some((ending) => module.endsWith(`/${ending}`));

/** Group → addresses: `start` for everybody, `send` for who sends sheets, `count` for who counts, and one for each language. */
const groupsOf = (bundle: Bundle): Record<string, string[]> => {
  const entries = Object.values(bundle).filter((part) => part.type === 'chunk' && part.isEntry);
  const entryModules = entries.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  const modules = {
    start: [...start, ...entryModules.map((module) => module.slice(1))],
    send,
    count: [...count, ...languages.map((language) => `i18n/${language}/count.json`)],
    ...Object.fromEntries(
      languages.map((language) => [language, textsOf.map((name) => `i18n/${language}/${name}.json`)]),
    ),
  };
  return Object.fromEntries(
    Object.entries(modules).map(([group, endings]) => {
      const files = filesOf(bundle, endsLike(endings));
      for (const name of Object.keys(bundle)) if (unnamed[group]?.test(name)) files.add(name);
      return [group, [...files].sort().map((name) => `/${name}`)];
    }),
  );
};

/** A new build has other bytes in its service worker: that is how browsers learn of it. */
export const offlineFiles: Plugin = {
  name: 'offline-files',
  apply: 'build',
  writeBundle: ({ dir }, bundle) => {
    const groups = groupsOf(bundle);
    const page = bundle['index.html'];
    const html = page?.type === 'asset' ? String(page.source) : '';
    const entry = /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? '';
    const file = join(dir ?? '', 'service-worker.js');
    const worker = readFileSync(file, 'utf8');
    if (!worker.includes(place) || entry === '')
      throw new Error('the service worker has no place for its files');
    const digest = createHash('sha256').update(html).update(worker).update(JSON.stringify(groups));
    const build = { version: digest.digest('hex').slice(0, 12), entry, groups };
    writeFileSync(file, worker.replace(place, `${JSON.stringify(build)} ??`));
  },
};
