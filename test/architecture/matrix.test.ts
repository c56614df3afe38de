import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const npx = (...args: string[]) =>
  execFileSync('npx', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }).toString();

const BOUNDARY = '@nx/enforce-module-boundaries';

/** Who may import whom. A line here and its line in the linter's configuration change together, and seldom. */
const matrix: Record<string, string[]> = {
  record: [],
  eligibility: ['record'],
  audit: [],
  contract: ['audit', 'eligibility', 'record'],
  platform: ['audit', 'contract'],
  clearance: ['audit', 'contract', 'eligibility', 'platform', 'record'],
  api: ['clearance', 'contract', 'platform'],
  worker: ['clearance', 'contract', 'platform'],
  local: ['clearance', 'contract', 'platform'],
  cli: ['audit', 'contract', 'eligibility', 'record'],
  console: ['contract'],
};

describe('the dependencies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearance-graph-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are those of the matrix and nothing else', () => {
    const file = join(folder, 'graph.json');
    npx('nx', 'graph', `--file=${file}`);
    const { graph } = JSON.parse(readFileSync(file, 'utf8')) as {
      graph: { dependencies: Record<string, { target: string }[]> };
    };
    const short = (name: string) => name.replace('@clearance/', '');
    for (const [project, edges] of Object.entries(graph.dependencies)) {
      const allowed = matrix[short(project)] ?? [];
      for (const { target } of edges.filter((edge) => !edge.target.startsWith('npm:'))) {
        expect(allowed, `${short(project)} → ${short(target)}`).toContain(short(target));
      }
    }
    expect(Object.keys(graph.dependencies).map(short).sort()).toEqual(Object.keys(matrix).sort());
  });

  const violations = [
    ['libs/record', `import { Refused } from '@clearance/platform';\nexport const x = Refused;\n`, BOUNDARY],
    ['libs/eligibility', `import { DataSource } from 'typeorm';\nexport const x = DataSource;\n`, BOUNDARY],
    ['libs/clearance', `export * from '../../platform/src/refused.ts';\n`, BOUNDARY],
    ['apps/console', `import { Refused } from '@clearance/platform';\nexport const x = Refused;\n`, BOUNDARY],
    ['libs/audit', `export const x = Date.now();\n`, 'no-restricted-properties'],
    // A file that leaves without saying whether it names people.
    [
      'libs/platform',
      `import { StreamableFile } from '@nestjs/common';\nexport const x = StreamableFile;\n`,
      'no-restricted-imports',
    ],
  ] as const;

  it('are kept by the linter: a pure library without server or clock, a console without server, no way around an index', () => {
    const planted = violations.map(([project]) => join(root, project, 'src', 'planted-violation.ts'));
    violations.forEach(([, source], at) => writeFileSync(planted[at] ?? '', source));
    try {
      const found = lint(planted);
      violations.forEach(([project, , rule], at) => {
        expect(found.get(planted[at] ?? ''), project).toContain(rule);
      });
    } finally {
      for (const file of planted) rmSync(file);
    }
  });

  it('end at the index of a library', async () => {
    const inside = '@clearance/platform/src/refused.ts';
    await expect(import(inside)).rejects.toThrow();
  });
});

/** The rules that each file breaks. */
function lint(files: readonly string[]): Map<string, string[]> {
  const output = (() => {
    try {
      return npx('eslint', '--format', 'json', ...files);
    } catch (error) {
      return String((error as { stdout?: Buffer }).stdout);
    }
  })();
  const results = JSON.parse(output) as { filePath: string; messages: { ruleId: string | null }[] }[];
  return new Map(results.map((result) => [result.filePath, result.messages.map((message) => message.ruleId ?? '')]));
}
