import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The contract is read from its TypeScript source, so the console needs no earlier build.
  resolve: { conditions: ['@clearance/source', ...defaultClientConditions] },
  build: {
    // A strict content security policy allows no `data:` fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // The contract's schemas only build values: what the console does not use of them need not be shipped.
      treeshake: { moduleSideEffects: (id) => !id.includes('/libs/contract/src/') },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
