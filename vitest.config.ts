import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { findOldestPostgres } from './tools/find.mjs';

// Tests read the TypeScript sources of every library, so that a change shows without a build.
const conditions = ['@clearance/source', ...defaultServerConditions];
// `npm run test:faults`: at the scale of a county, and one file at a time, so that nothing but the fault takes time.
const full = process.env['CLEARANCE_FAULTS'] === 'full';
// A net for what hangs, and nothing that a test is judged by: waits give up by themselves once nothing moves (test/support/until.ts).
const NET = 3_600_000;
const patient = { testTimeout: NET, hookTimeout: NET, expect: { poll: { timeout: 300_000 } } };
// A third of their time these tests wait for a database, a queue or a page: one more than two cores keeps both busy.
const WORKERS = 3;
// What is run a second time on the oldest PostgreSQL that the product runs on: migrations, the role, the main path.
const onOldest = ['test/upgrade/upgrade', 'test/access/bound-role', 'test/flow/file-to-approval'];
const onServices = { ...patient, globalSetup: ['test/support/services.setup.ts'] };

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  environments: { __vitest__: { resolve: { conditions } } },
  test: {
    // The module cache is not invalidated by a change of tsconfig, so it can pass on stale metadata.
    fsModuleCache: false,
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{apps,libs}/*/src/**/*.test.ts', 'test/architecture/**/*.test.ts'],
          setupFiles: ['test/support/properties.setup.ts'],
          ...patient,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{access,isolation,flow,upgrade,faults}/**/*.test.ts'],
          maxWorkers: full ? 1 : WORKERS,
          ...onServices,
        },
      },
      // Missing programs are said by `npm test`, and fail it with CI=true.
      ...(findOldestPostgres()
        ? [
            {
              extends: true as const,
              test: {
                name: 'oldest-postgres',
                include: onOldest.map((path) => `${path}.test.ts`),
                maxWorkers: WORKERS,
                ...patient,
                globalSetup: ['test/support/oldest-postgres.setup.ts'],
              },
            },
          ]
        : []),
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          maxWorkers: WORKERS,
          ...onServices,
        },
      },
    ],
  },
});
