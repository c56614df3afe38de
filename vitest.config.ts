import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Tests read the TypeScript sources of every library, so that a change shows without a build.
const conditions = ['@clearance/source', ...defaultServerConditions];
const onServices = {
  globalSetup: ['test/support/services.setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  environments: { __vitest__: { resolve: { conditions } } },
  test: {
    // The module cache is not invalidated by a change of tsconfig, so it can pass on stale metadata.
    fsModuleCache: false,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{apps,libs}/*/src/**/*.test.ts', 'test/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{access,isolation,flow,faults}/**/*.test.ts'],
          maxWorkers: 2,
          ...onServices,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          ...onServices,
          testTimeout: 240_000,
        },
      },
    ],
  },
});
