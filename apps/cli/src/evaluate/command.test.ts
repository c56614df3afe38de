import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateCounty, localDate } from '@clearance/record';
import { CommanderError } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the one waiter of all tests
import { until } from '../../../../test/support/until.ts';
import { evaluateCommand } from './command.ts';

const main = resolve(import.meta.dirname, '../main.ts');
const node = ['--conditions=@clearance/source', main];
const folder = mkdtempSync(join(tmpdir(), 'clearance-command-'));
const input = join(folder, 'A.dat');
const at = ['--county', 'SACRAMENTO', '--as-of', '2019-11-11'];
const elsewhere = ['--county', 'NOWHERE', '--as-of', '2019-11-11'];

function generate(path: string, rows: number, dirtyRate: number): void {
  const { parts } = generateCounty({ county: 'SACRAMENTO', rows, seed: 2, dirtyRate, asOf: localDate('2019-01-01') });
  writeFileSync(path, Buffer.concat([...parts].map(({ bytes }) => bytes)));
}

beforeAll(() => generate(input, 2000, 0.01));
afterAll(() => rmSync(folder, { recursive: true }));

function clearance(...args: string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [...node, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stderr, stdout };
}
const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);
function written(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What is said before an old tool writes cells as they stand. */
const LIVE = /^note: the cells are written as the tool of 2020 wrote them.*--harmless puts an apostrophe.*\n$/;

describe('clearance evaluate', () => {
  test.each(['000', '022', '077'])('writes what nobody else may read, also with the umask %s', (umask) => {
    const out = join(folder, `own-${umask}`, 'deeper');
    const policy = ['--policy', 'prop64-dismiss-all', '--out', out, '--force'];
    const run = () =>
      spawnSync('sh', [
        '-c',
        `umask ${umask}; exec "$@"`,
        'sh',
        process.execPath,
        ...node,
        'evaluate',
        '--input',
        input,
        ...at,
        ...policy,
      ]);
    expect(run().status).toBe(0);
    for (const name of readdirSync(out)) chmodSync(join(out, name), 0o644);
    expect(run().status).toBe(0);
    expect(readdirSync(out)).toHaveLength(6);
    for (const name of readdirSync(out)) expect([name, rights(join(out, name))]).toEqual([name, '600']);
    expect([rights(out), rights(join(out, '..'))]).toEqual(['700', '700']);
  });

  test('gives the cells of an old tool as they stand and says so, or harmless where it is asked', () => {
    const path = join(folder, 'formula.dat');
    const [first = '', ...others] = readFileSync(input, 'latin1').split('\n');
    const cells = others.map((line) => line.replace('COURT ACTION', ' =COURT'));
    writeFileSync(path, [first, ...cells].join('\n'), 'latin1');
    const with_ = (...more: string[]) => {
      const out = join(folder, `formula${more.length}`);
      const run = clearance(
        'evaluate',
        '--input',
        path,
        ...at,
        '--despite-county',
        '--policy',
        'bear',
        '--out',
        out,
        ...more,
      );
      expect(run.status).toBe(0);
      return { said: run.stderr, text: readFileSync(join(out, 'All_Results.csv'), 'utf8') };
    };
    const [asTheyStand, harmless] = [with_(), with_('--harmless')];
    expect(asTheyStand.said).toMatch(LIVE);
    expect(asTheyStand.text).toContain(', =COURT,');
    expect(harmless.said).toBe('');
    expect(harmless.text).toContain(", '=COURT,");
    expect(harmless.text).not.toContain(', =COURT,');
    expect(evaluateCommand().helpInformation()).toContain('--harmless');
  });

  test('says in one line what it did, and ends well although rows were set aside', () => {
    const options = written('options.json', { additionalRelief: { subjectAgeThreshold: 50 } });
    const out = join(folder, 'results');
    const run = clearance('evaluate', '--input', input, ...at, '--policy', 'bear', '--options', options, '--out', out);
    expect(run).toMatchObject({ status: 0, stderr: expect.stringMatching(LIVE) as string });
    expect(run.stdout).toMatch(/^.*results: \d+ rows \(\d+ rejected\) of \d+ people, \d+ convictions in scope .*\n$/);
    expect(readdirSync(out).sort()).toEqual(
      ['All_Results.csv', 'All_Results_Condensed.csv', 'Prop64_Results.csv', 'rejected.csv', 'summary.json'].sort(),
    );
  });

  test('ends with 1 where rows were set aside and it was told to be strict, with everything written', () => {
    const out = join(folder, 'strict');
    const run = clearance('evaluate', '--input', input, '--strict', ...at, '--policy', 'bear', '--out', out);
    expect(run).toMatchObject({ status: 1, stderr: expect.stringMatching(LIVE) as string });
    expect(readdirSync(out)).toHaveLength(5);
  });

  const all = ['--input', input, ...at, '--out', 'unused'];
  const refused: [args: string[], says: RegExp][] = [
    [['--input', input, '--policy', 'bear', '--out', 'unused'], /--county/],
    [[...all], /--policy/],
    [[...all, '--policy', 'bear', '--as-of', '2019-02-29'], /--as-of/],
    [[...all, '--policy', 'bear', '--colour', 'red'], /--colour/],
    [[...all, '--policy', 'bear', 'B.dat'], /too many arguments/],
    [[...all, '--policy', 'bear', '--input', 'nothing-there.dat'], /nothing-there\.dat/],
    [[...all, '--policy', 'bear', '--out', import.meta.filename], /cannot be a folder/],
    [[...all, '--policy', 'bear', '--options', 'nothing-there.json'], /nothing-there\.json cannot be read/],
    [[...all, '--policy', 'bear', '--options', input], /is not JSON/],
    [
      [...all, '--policy', 'bear', '--options', written('bad.json', { baselineEligibility: { dismiss: ['11362'] } })],
      /baselineEligibility\.dismiss\.0: allowed: 11357, 11358, 11359, 11360/,
    ],
    [
      [...all, '--policy', 'bear', '--options', written('key.json', { relief: {} })],
      /relief: unknown key, allowed: baselineEligibility, additionalRelief/,
    ],
    [[...all, '--policy', 'bear', '--age', '50'], /--age and --years are for la-pilot-2020 only/],
    [[...all, '--policy', 'la-pilot-2020'], /for LOS ANGELES only/],
    [[...all, '--policy', 'la-pilot-2020', '--age', '0'], /--age/],
    [[...all, '--policy', 'contra-costa-2020'], /for CONTRA COSTA only/],
    [[...all, '--policy', 'san-joaquin-2020', '--options', 'x.json'], /--options is for bear only/],
    [
      [...all, '--policy', 'beer'],
      /no policy of that name \(bear, la-pilot-2020, .*prop64-dismiss-all.*\) and no file: beer/,
    ],
    [[...all, '--policy', written('policy.json', { name: 'x' })], /policy\.json: /],
  ];
  test.each(refused)('refuses %j in one line, and writes nothing', async (args, says) => {
    let said = '';
    const command = evaluateCommand().configureOutput({ writeErr: (text) => (said += text) });
    await expect(command.parseAsync(args, { from: 'user' })).rejects.toThrow(CommanderError);
    expect(said).toMatch(says);
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    expect(existsSync('unused')).toBe(false);
  });

  test.each([[[]], [['--policy', 'bear', '--age', '50']]])('ends with 2 where it was not understood: %j', (more) => {
    const run = clearance('evaluate', ...all, ...more);
    expect([run.status, run.stdout, run.stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
  });

  test("ends with 1 where a file is not the state's", () => {
    const other = written('other.csv', 'a,b\n1,2\n');
    const run = clearance('evaluate', '--input', other, ...at, '--policy', 'bear', '--out', join(folder, 'none'));
    expect([run.status, run.stderr.trimEnd().split('\n').length]).toEqual([1, 1]);
    expect(readdirSync(folder)).not.toContain('none');
  });

  test.each([['bear'], ['prop64-dismiss-all']])(
    'ends with 1 where the file does not name the county, and says which it names (%s)',
    (policy) => {
      const out = join(folder, `elsewhere-${policy}`);
      const run = clearance('evaluate', '--input', input, ...elsewhere, '--policy', policy, '--out', out);
      expect(run).toMatchObject({ status: 1, stdout: '' });
      expect(run.stderr).toMatch(
        /^error: no court row names NOWHERE: .* \(--despite-county evaluates them\); court rows by county: SACRAMENTO [\d,]+, .*\. Nothing was written\n$/,
      );
      expect(existsSync(out)).toBe(false);
    },
  );

  test('writes over results that are there with --force only, and then as if there were none', () => {
    const out = join(folder, 'twice');
    const args = ['evaluate', '--input', input, ...at, '--policy', 'bear', '--out', out];
    expect(clearance(...args).status).toBe(0);
    const first = readFileSync(join(out, 'All_Results.csv'));
    writeFileSync(join(out, 'All_Results.csv'), 'as it was');
    const refused = clearance(...args);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(
      /^error: .*All_Results\.csv is there already; it is written over with --force only\n$/,
    );
    expect(readFileSync(join(out, 'All_Results.csv'), 'utf8')).toBe('as it was');
    expect(clearance(...args, '--force').status).toBe(0);
    expect(readFileSync(join(out, 'All_Results.csv'))).toEqual(first);
  });

  test('holds writing over results and another county apart: each is refused by its own option', () => {
    const out = join(folder, 'apart');
    const args = ['evaluate', '--input', input, '--policy', 'bear', '--out', out];
    expect(clearance(...args, ...at).status).toBe(0);
    const first = readFileSync(join(out, 'summary.json'));
    const overwriting = clearance(...args, ...elsewhere, '--force');
    expect(overwriting).toMatchObject({ status: 1, stdout: '' });
    expect(overwriting.stderr).toMatch(/^error: no court row names NOWHERE: .*\(--despite-county evaluates them\)/);
    const despite = clearance(...args, ...elsewhere, '--despite-county');
    expect(despite).toMatchObject({ status: 2, stdout: '' });
    expect(despite.stderr).toMatch(/is there already; it is written over with --force only\n$/);
    expect(readFileSync(join(out, 'summary.json'))).toEqual(first);
    const both = clearance(...args, ...elsewhere, '--force', '--despite-county');
    expect(both.status).toBe(0);
    expect(both.stdout).toMatch(/, 0 convictions in scope .* in NOWHERE, /);
    expect(both.stderr).toMatch(/^note: no court row names NOWHERE, so nothing was found in scope; /);
    expect(readFileSync(join(out, 'summary.json'))).not.toEqual(first);
  });

  const damagedRow = `"${'A,'.repeat(94)}\n`;
  test.each([
    [
      'a picture',
      Buffer.from(`\x89PNG\r\n\x1a\n${'\xa7Q\x81"\xfe,\n'.repeat(99)}`, 'latin1'),
      (path: string) => `${path}: not a text file: it holds characters that no text has`,
    ],
    [
      'a text',
      'What it is, and how to "begin":\n\n1. unpack it\n',
      (path: string) => `${path}: the first line has 2 columns instead of 95. Line 1: What it is, and how to "begin":`,
    ],
    [
      'damaged rows',
      damagedRow.repeat(3),
      (path: string) => `not one row of ${path} is a criminal-history row; is it the right file? Nothing was written`,
    ],
  ])(
    'says of %s that it is probably not the right file, and writes nothing, whatever it was told',
    (name, content, problem) => {
      const other = join(folder, `${name}.dat`);
      writeFileSync(other, content);
      const out = join(folder, `of ${name}`);
      const args = ['--input', other, ...at, '--policy', 'bear', '--out', out];
      const refused = { status: 1, stdout: '', stderr: `error: ${problem(other)}\n` };
      for (const more of [[], ['--force', '--despite-county'], ['--input', input]]) {
        expect(clearance('evaluate', ...args, ...more)).toEqual(refused);
      }
      expect(clearance('compare', ...args)).toEqual(refused);
      expect(existsSync(out)).toBe(false);
    },
  );

  test('says that a file holds nothing but its header', () => {
    const empty = written('header.dat', readFileSync(input, 'latin1').split('\n', 1)[0] ?? '');
    const run = clearance('evaluate', '--input', empty, ...at, '--policy', 'bear', '--out', join(folder, 'of nothing'));
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toMatch(/header\.dat holds no row; is it the right file\? Nothing was written\n$/);
  });

  test('refuses files of which no row names any county by the same option', () => {
    const [header = '', ...rows] = readFileSync(input, 'latin1').trimEnd().split('\n');
    const arrests = written('arrests.dat', [header, ...rows.filter((row) => !row.includes('COURT ACTION'))].join('\n'));
    const args = ['evaluate', '--input', arrests, ...at, '--policy', 'bear', '--out', join(folder, 'arrests')];
    const refused = clearance(...args);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /^error: no court row names SACRAMENTO, .*\(--despite-county evaluates it all the same\)/,
    );
    expect(clearance(...args, '--despite-county').status).toBe(0);
  });

  test('says in its help what each option switches off', () => {
    const help = evaluateCommand().helpInformation().replace(/\s+/g, ' ');
    expect(help).toMatch(/--force writes over results that are there already; refused without --despite-county/);
    expect(help).toMatch(/--despite-county evaluates files that hardly name the county, or do not; refused without/);
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)('leaves no half-written result after %s', async (signal) => {
    const out = join(folder, signal);
    mkdirSync(out);
    let killed = false;
    // One that came to its end before anybody could end it says nothing: the next has twice as much to do.
    for (let rows = 60_000; !killed; rows *= 2) {
      expect(rows).toBeLessThan(2_000_000);
      const path = join(folder, `${signal}.dat`);
      generate(path, rows, 0);
      writeFileSync(join(out, 'All_Results.csv'), 'as it was');
      const args = ['evaluate', '--input', path, ...at, '--policy', 'prop64-dismiss-all', '--out', out, '--force'];
      const child = spawn(process.execPath, [...node, ...args], { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const begun = () => child.exitCode !== null || hasBegun(join(out, 'All_Results.csv.part'));
      await until(begun, { every: 5 });
      child.kill(signal);
      await ended;
      killed = child.exitCode !== 0;
      if (!killed) for (const name of readdirSync(out)) rmSync(join(out, name));
    }
    expect(readFileSync(join(out, 'All_Results.csv'), 'utf8')).toBe('as it was');
    const complete = readdirSync(out).filter((name) => !name.endsWith('.part'));
    expect(complete).toEqual(['All_Results.csv']);
    if (signal === 'SIGTERM') expect(readdirSync(out)).toEqual(['All_Results.csv']);
  });
});

function hasBegun(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

describe('clearance compare', () => {
  test('writes a line for each conviction on which the two readings differ', () => {
    const out = join(folder, 'differences.csv');
    const run = clearance('compare', '--input', input, ...at, '--policy', 'bear', '--out', out);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const [, differing] =
      /: (\d+) of \d+ convictions differ between bear and bear-read-standardly 1/.exec(run.stdout) ?? [];
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toMatch(/^line,subject,CII,.*,read differently,why$/);
    expect(lines).toHaveLength(Number(differing) + 1);
    expect(lines.length).toBeGreaterThan(2);
  });

  test('ends with 1 where the file does not name the county', () => {
    const out = join(folder, 'elsewhere.csv');
    const run = clearance('compare', '--input', input, ...elsewhere, '--policy', 'bear', '--out', out);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/^error: no court row names NOWHERE: .*--despite-county.* SACRAMENTO [\d,]+/);
    expect(existsSync(out)).toBe(false);
  });

  test('holds writing over a report and another county apart', () => {
    const out = written('report.csv', 'as it was');
    const args = ['compare', '--input', input, ...elsewhere, '--policy', 'bear', '--out', out];
    expect(clearance(...args, '--force').stderr).toMatch(/\(--despite-county evaluates them\)/);
    expect(clearance(...args, '--despite-county').stderr).toMatch(/it is written over with --force only\n$/);
    expect(readFileSync(out, 'utf8')).toBe('as it was');
    expect(clearance(...args, '--force', '--despite-county').status).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^line,subject,CII,/);
  });

  test('refuses a policy that is not one of the old tools', () => {
    const run = clearance('compare', '--input', input, ...at, '--policy', 'la-2020', '--out', 'unused.csv');
    expect([run.status, run.stderr]).toEqual([
      2,
      'error: --policy is one of bear, la-pilot-2020, contra-costa-2020, san-joaquin-2020, not la-2020\n',
    ]);
  });
});
