import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { nameComposedRules } from './build/name-composed-rules.ts';
import { offlineFiles } from './build/offline-files.ts';
import { startPages } from './build/start-pages.ts';

const server = process.env['COMITIUM_URL'] ?? 'http://localhost:5050';

const inside = (folder: string): RegExp => new RegExp(`/apps/web/src/(${folder})/`);
const packages = (names: string): RegExp => new RegExp(`/node_modules/(${names})/`);

/** Few large files instead of many small ones: on a slow device each file costs more than its bytes. */
const groups = [
  {
    name: 'early',
    test: /\/src\/(data\/(early\/(early-answers|ask-for)|offline\/reload-for-new-build|results\/(place|map-topic))|i18n\/(language|isolate)\.ts|ui\/color-scheme\/color-scheme)/,
    priority: 4,
  },
  {
    name: 'vendor',
    test: packages('react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|@tanstack'),
    priority: 3,
  },
  {
    name: 'map',
    test: inside(
      'data/results|ui/(area-figure|area-table|choices|counting-number|glow|legend|party-color|party-mark|pick|pointing|ranking|reports|result-words|seats|share-bar|toggle|totals)',
    ),
    priority: 2,
  },
  { name: 'map', test: packages('d3-array|d3-geo|internmap|topojson-client'), priority: 2 },
  {
    name: 'shared',
    test: inside(
      'app/shell|data/early|i18n/[a-z-]+\\.ts|i18n/en/(shell|ui)|ui/(color-scheme|connection-badge|completeness|level-words|language-choice|simulated-label|skeleton|state-message|text-button)',
    ),
    priority: 1,
  },
  {
    name: 'shared',
    test: /\/apps\/web\/src\/data\/([a-z-]+|last-known\/[a-z-]+|offline\/[a-z-]+|results\/prefetch-place)\.ts$|\/packages\/(client|basics|contract)\/src\//,
    priority: 3,
  },
];

export default defineConfig({
  plugins: [react(), offlineFiles, startPages],
  css: { postcss: { plugins: [nameComposedRules] } },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': server, '/boundaries': server, '/live': { target: server, ws: true } },
  },
  build: {
    outDir: 'dist',
    // Native light-dark(), oklch() and nesting: rewriting them would break the switch between colour schemes.
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The contract and the SDK only declare: what a page does not import may go, and with it the schema library.
    rolldownOptions: {
      treeshake: { moduleSideEffects: (file) => !/\/packages\/(contract|client)\//.test(file) },
      output: { codeSplitting: { groups, includeDependenciesRecursively: false } },
    },
  },
});
