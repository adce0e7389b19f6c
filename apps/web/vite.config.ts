import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The API server replaces this word with the nonce of each response, in `index.html` and in its CSP header. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: NONCE_PLACEHOLDER },
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, '../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { '/api/v1': 'http://localhost:3000', '/live': { target: 'ws://localhost:3000', ws: true } } },
});
