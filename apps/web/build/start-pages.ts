// What the browser is told to fetch at once, and the pages of a build as small as they can be sent.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { filesOf } from './files-of.ts';

type Bundle = Rolldown.OutputBundle;

const link = (attrs: Readonly<Record<string, string | boolean>>): HtmlTagDescriptor => ({
  ...{ tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' as const },
});

/** Every page starts with these; the browser fetches them together with the entry and not after it. */
const startLinks = (bundle: Bundle): HtmlTagDescriptor[] => {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const start = chunks.find(({ name, isEntry }) => name === 'start' && !isEntry);
  const files = start ? [start.fileName, ...start.imports] : [];
  // Figures are written in it in every language; a font that comes late lays every page out twice.
  const font = Object.keys(bundle).find((name) => /\/inter-latin-wght-normal-[^/]*\.woff2$/.test(name));
  return [
    ...files.map((file) => link({ rel: 'modulepreload', href: `/${file}` })),
    ...(font ? [link({ rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}` })] : []),
  ];
};

/** The same page for the addresses of maps, which also names the map's own files. */
const mapPage = (html: string, bundle: Bundle): string => {
  const files = [...filesOf(bundle, (module) => module.endsWith('/live-map/live-map-page.tsx'))];
  const missing = files.map((name) => `/${name}`).filter((address) => !html.includes(`"${address}"`));
  const links = missing.map((address) =>
    address.endsWith('.css')
      ? `<link rel="stylesheet" crossorigin href="${address}">`
      : `<link rel="modulepreload" crossorigin href="${address}">`,
  );
  return html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`);
};

const smallest = 1_000;

/** Beside each file the same one compressed: the server hands it out as it is, and nobody waits for a processor. */
const compressInto = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const file = join(folder, name);
    const bytes = readFileSync(file);
    if (bytes.length < smallest) continue;
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { ...size } }));
  }
};

export const startPages: Plugin = {
  name: 'start-pages',
  apply: 'build',
  transformIndexHtml: { order: 'post', handler: (_, { bundle = {} }) => startLinks(bundle) },
  writeBundle: {
    order: 'post',
    handler: ({ dir = '' }, bundle) => {
      const html = readFileSync(join(dir, 'index.html'), 'utf8');
      writeFileSync(join(dir, 'map.html'), mapPage(html, bundle));
      compressInto(dir);
    },
  },
};
