import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * Freezes the engine of a commit, so that what it determined can be made again after the engine has changed:
 *
 *   node tools/freeze-engine.mjs <commit> <dialect>      such as 65bd8a2 standard/4
 *
 * Reading of histories and evaluation go into one module, which never changes again. Prints the SHA-256 for engines.test.ts.
 */
const [commit, dialect] = process.argv.slice(2);
if (!commit || !/^standard\/\d+$/.test(dialect ?? '')) {
  process.stderr.write('Usage: node tools/freeze-engine.mjs <commit> <dialect>, such as 65bd8a2 standard/4\n');
  process.exit(2);
}
const root = resolve(import.meta.dirname, '..');
const name = dialect.replace('/', '-');
const target = join(root, 'libs/eligibility/src/replay/engines', `${name}.ts`);
const folder = mkdtempSync(join(tmpdir(), 'clearance-engine-'));

/** What a frozen engine does: see `Engine` in libs/eligibility/src/replay/engine.ts. */
const entry = `
import { buildHistory } from './libs/record/src/build-history.ts';
import { readDispositions } from './libs/record/src/disposition.ts';
import { evaluate, traceBytes } from './libs/eligibility/src/evaluate/evaluate.ts';

export function determine({ rows, beside, wordings, policy, context }) {
  const history = buildHistory(rows, readDispositions(wordings), beside);
  return evaluate(history, policy, context).map((made) => ({ convictionKey: made.convictionKey, bytes: traceBytes(made) }));
}
`;

try {
  const full = execFileSync('git', ['rev-parse', `${commit}^{commit}`], { cwd: root, encoding: 'utf8' }).trim();
  const archive = execFileSync('git', ['archive', full, 'libs/record', 'libs/eligibility', 'tsconfig.json'], {
    cwd: root,
    maxBuffer: 1 << 28,
  });
  execFileSync('tar', ['-x'], { cwd: folder, input: archive });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'entry.ts'), entry);
  const bundle = await rolldown({
    input: join(folder, 'entry.ts'),
    // The library of that commit, and not the one that the workspace links.
    resolve: { alias: { '@clearance/record': join(folder, 'libs/record/src/index.ts') } },
    tsconfig: join(folder, 'tsconfig.json'),
    logLevel: 'warn',
  });
  const { output } = await bundle.generate({ format: 'esm', comments: false });
  const [{ code }] = output;
  if (output.length !== 1) throw new Error('The engine is more than one module.');
  const left = [...code.matchAll(/^import .*$/gm)].map(([line]) => line);
  if (left.length > 0) throw new Error(`The engine imports something that may change: ${left.join(' ')}`);
  const heading = [
    '// @ts-nocheck',
    `// The engine of the dialect ${dialect}, frozen by tools/freeze-engine.mjs from commit`,
    `// ${full}. Never edited: what it determined is replayed with it.`,
  ];
  // Where each part came from, without the folder in which it was put together.
  const text = `${heading.join('\n')}\n${code.replace(/^\/\/ .*\/(libs\/|entry\.ts)/gm, '// $1')}`;
  writeFileSync(target, text);
  process.stdout.write(
    `${target}\n'${dialect}': '${createHash('sha256').update(readFileSync(target)).digest('hex')}',\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
