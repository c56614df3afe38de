import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { parseVerifierKey, verifyBundle, type VerifierKey } from '@clearance/audit';
import { bundleAt, NotABundle } from './bundle-source.ts';
import { besideWords, problemWords, proofWords } from './words.ts';

interface Options {
  key?: string;
  checkpoint?: string;
  views?: true;
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
    .option('--key <file>', 'the public key of the log, as it was given to you in another way')
    .option('--checkpoint <file>', 'an older checkpoint that you kept: the log must go on from it')
    .option('--views', 'make the CSV and the OCSF events again from the entries, and compare them');
  return command.action(async (bundle: string, options: Options) => {
    try {
      process.exitCode = await verify(bundle, options);
    } catch (error) {
      if (!(error instanceof WrongArgument)) throw error;
      command.error(`error: ${error.message}`, { exitCode: 2 });
    }
  });
}

async function verify(path: string, { key, checkpoint, views }: Options): Promise<number> {
  const trusted = key === undefined ? undefined : await keyIn(key);
  const older = checkpoint === undefined ? undefined : await text(checkpoint);
  try {
    const given = [key, checkpoint].filter((one) => one !== undefined);
    const { source, names } = await bundleAt(path, given).catch((error: unknown) => {
      if (error instanceof NotABundle) throw error;
      throw new WrongArgument(`${path} ${isAbsent(error) ? 'is not there' : 'cannot be read'}`);
    });
    const verdict = await verifyBundle(source, { key: trusted, older, views: views ?? false }, names);
    if (verdict.ok) {
      process.stdout.write(`${path}: ${proofWords(verdict, trusted !== undefined)}\n`);
      if (verdict.ofSystem.length > 0) process.stderr.write(`${path}: note: ${besideWords(verdict.ofSystem)}\n`);
    } else process.stderr.write(`${path}: not proved: ${problemWords(verdict)}\n`);
    return verdict.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotABundle)) throw error;
    process.stderr.write(`${path}: not proved: ${error.message}\n`);
    return 1;
  }
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function keyIn(path: string): Promise<VerifierKey> {
  const key = parseVerifierKey((await text(path)).trim());
  if (!key) throw new WrongArgument(`${path} holds no key (a line such as name+0123abcd+AbC…)`);
  return key;
}

async function text(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new WrongArgument(`${path} ${isAbsent(error) ? 'is not there' : 'cannot be read'}`);
  });
}
