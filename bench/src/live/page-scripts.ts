import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

export const pagesAreBuilt = (): boolean => existsSync(join(built, 'index.html'));

/** Kilobytes of the given scripts (`/assets/….js`) after gzip, each compressed on its own as a server would. */
export const gzippedKilobytes = (scripts: Iterable<string>): number => {
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(readFileSync(join(built, script)), { level: 9 }).length;
  return bytes / 1024;
};

/** The entry and everything it imports statically, however deep: what must arrive before anything can run. */
export const entryScripts = (): Set<string> => {
  const index = readFileSync(join(built, 'index.html'), 'utf8');
  const found = new Set<string>();
  const waiting = [...index.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (found.has(script)) continue;
    found.add(script);
    waiting.push(...staticImports(readFileSync(join(built, script), 'utf8')));
  }
  return found;
};

/** `import … from"./x.js"`, `import"./x.js"` and `export … from"./x.js"`; not `import("./x.js")`. */
export const staticImports = (source: string): string[] =>
  [...source.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)].map(
    ([, name]) => `/assets/${name ?? ''}`,
  );
