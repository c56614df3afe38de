import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { parseVerifierKeys, type VerifierKey } from '@clearance/audit';
import { bundleAt, type FoundBundle } from './bundle-at.ts';
import { givenText } from './given-text.ts';
import { archiveWords, noteWords, problemWords, proofWords } from './words.ts';

interface Options {
  key?: string;
  checkpoint?: string;
}

/** A file that was named as an argument and cannot be used as what it was named for. */
class WrongArgument extends Error {}

/** `clearance verify`: whether an export of an audit log is what it says. Needs nothing but the files that are named. */
export function verifyCommand(): Command {
  const command = new Command('verify')
    .description('Verifies an export of an audit log: exit 0 and what was proved, or exit 1 and what is wrong.')
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .argument('<bundle>', 'the archive as it was downloaded, or the folder of its files')
    .option(
      '--key <file>',
      'the public key of the log, as it was given to you in another way; one a line if it changed',
    )
    .option('--checkpoint <file>', 'an older checkpoint that you kept: the log must go on from it');
  return command.action(async (bundle: string, options: Options) => {
    try {
      process.exitCode = await verify(bundle, options);
    } catch (error) {
      if (!(error instanceof WrongArgument)) throw error;
      command.error(`error: ${error.message}`, { exitCode: 2 });
    }
  });
}

async function verify(path: string, { key, checkpoint }: Options): Promise<number> {
  const keys = key === undefined ? undefined : await keysIn(key);
  const older = checkpoint === undefined ? undefined : await text(checkpoint);
  const given = [key, checkpoint].filter((one) => one !== undefined);
  const bundle = await bundleAt(path, given).catch((error: unknown) => unreadable(path, error));
  const verdict = await bundle.verify({ keys, older });
  if (verdict.ok) {
    const own = { key: await isOwn(bundle, key), older: await isOwn(bundle, checkpoint) };
    process.stdout.write(`${path}: ${proofWords(verdict, own)}\n`);
    for (const note of noteWords(verdict)) process.stderr.write(`${path}: note: ${note}\n`);
    return 0;
  }
  const words = 'archive' in verdict ? archiveWords(verdict, bundle.bytes) : problemWords(verdict);
  process.stderr.write(`${path}: not proved: ${words}\n`);
  return 1;
}

/** Whether something came with the bundle, because it lies there or was not given at all. */
const isOwn = async (bundle: FoundBundle, file: string | undefined): Promise<boolean> =>
  file === undefined || bundle.holds(file);

async function keysIn(path: string): Promise<readonly VerifierKey[]> {
  const keys = parseVerifierKeys(await text(path));
  if (!keys) throw new WrongArgument(`${path} holds no key (a line such as name+0123abcd+AbC…)`);
  return keys;
}

async function text(path: string): Promise<string> {
  return givenText(await readFile(path).catch((error: unknown) => unreadable(path, error)));
}

function unreadable(path: string, error: unknown): never {
  const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  throw new WrongArgument(`${path} ${isAbsent ? 'is not there' : 'cannot be read'}`);
}
