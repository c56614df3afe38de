import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { noWallClock, testRules } from './tools/test-rules.mjs';

const noEnums = { selector: 'TSEnumDeclaration', message: 'String unions, not enums.' };
/** Who may import whom: each line is one row of the matrix in docs/architecture.md. Nothing else is allowed. */
const matrix = {
  'lib:record': [],
  'lib:eligibility': ['lib:record'],
  'lib:audit': [],
  'lib:contract': ['lib:record', 'lib:eligibility', 'lib:audit'],
  'lib:platform': ['lib:audit', 'lib:contract'],
  'lib:clearance': ['lib:record', 'lib:eligibility', 'lib:audit', 'lib:contract', 'lib:platform'],
  'app:api': ['lib:contract', 'lib:platform', 'lib:clearance'],
  'app:worker': ['lib:contract', 'lib:platform', 'lib:clearance'],
  'app:local': ['lib:contract', 'lib:platform', 'lib:clearance'],
  'app:cli': ['lib:record', 'lib:eligibility', 'lib:audit', 'lib:contract'],
  'app:console': ['lib:contract'],
};
const serverOnly = [
  '@nestjs/*',
  'typeorm',
  'pg',
  'bullmq',
  'ioredis',
  'express',
  'react',
  'react-admin',
  'node:fs',
  'node:net',
];
const pure = ['lib:record', 'lib:eligibility', 'lib:audit', 'lib:contract'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.data/**',
      'test-output/**',
      'libs/eligibility/src/replay/engines/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        // All that runs on a server is one program: read and checked once, and not once for each project.
        project: ['tsconfig.lint.json', 'apps/console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', noEnums],
    },
  },
  {
    files: ['{apps,libs}/**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: Object.entries(matrix).map(([sourceTag, onlyDependOnLibsWithTags]) => ({
            sourceTag,
            onlyDependOnLibsWithTags,
            ...(pure.includes(sourceTag) ? { bannedExternalImports: serverOnly } : {}),
          })),
        },
      ],
    },
  },
  {
    // A file that names people leaves only with the record of its release; this file asks for it.
    files: ['{apps,libs}/**/*.ts'],
    // Two more name the class, and make none: what a route declares, and what looks at its answer.
    ignores: [
      'libs/clearance/src/export/answered-file.ts',
      'libs/platform/src/http/answers.ts',
      'libs/platform/src/http/notes-reads.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/common',
              importNames: ['StreamableFile'],
              message: 'Answer a file by fileOfPeople or fileOfNobody.',
            },
          ],
        },
      ],
    },
  },
  {
    // react-admin's lists remember what somebody looked for; ours are in the address alone.
    files: ['apps/console/src/**/*.tsx'],
    ignores: ['apps/console/src/ui/CleanList.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'react-admin', importNames: ['List', 'ListBase'], message: 'Use CleanList.' }] },
      ],
    },
  },
  {
    // The clock is read in one file of each process; the pure libraries are given the time.
    files: ['libs/{record,eligibility,audit,contract}/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'fetch'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts', '{apps,libs}/*/src/**/*.test.{ts,tsx}'],
    ignores: ['test/support/until.ts'],
    plugins: { tests: testRules },
    rules: { 'no-restricted-syntax': ['error', noEnums, ...noWallClock], 'tests/stands-alone': 'error' },
  },
  {
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: Object.fromEntries(
        ['process', 'console', 'fetch', 'FormData', 'performance', 'Buffer', 'TextEncoder', 'URL'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
);
