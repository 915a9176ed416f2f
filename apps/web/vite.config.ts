import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env['COMITIUM_URL'] ?? 'http://localhost:5050';

export default defineConfig({
  plugins: [react()],
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
    },
  },
});
