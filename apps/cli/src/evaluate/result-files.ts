import { annotatedHeader } from '@clearance/eligibility';
import { basename, join } from 'node:path';
import { exactLine } from '@clearance/record';
import { OutputFile } from './output-file.ts';
import { OutputFiles } from './output-files.ts';
import { CONDENSED, ROW_FILES } from './result-format.ts';

const NAMES = [...ROW_FILES, 'summary.json'] as const;

/** The paths of a run's files. */
export const resultPaths = (folder: string, accounts = true): string[] =>
  NAMES.filter((name) => accounts || name !== 'outside.csv').map((name) => join(folder, name));

/** The files of one run, each with its header. The last is the summary. */
export async function resultFiles(
  folder: string,
  { accounts, headers }: { readonly accounts: boolean; readonly headers: readonly string[] },
): Promise<OutputFiles> {
  const paths = resultPaths(folder, accounts);
  const files = new OutputFiles(await Promise.all(paths.map((path) => OutputFile.create(path))));
  const whole = annotatedHeader(headers);
  const begin = {
    'All_Results.csv': whole,
    'All_Results_Condensed.csv': `${exactLine([...CONDENSED, ...headers])}\n`,
    'Prop64_Results.csv': whole,
    'rejected.csv': 'file,line,byte,reason,detail,person\n',
    'outside.csv': 'file,line,cii_last4,became,reason\n',
    'summary.json': '',
  };
  for (const [file, path] of paths.entries()) await files.write(file, begin[basename(path) as keyof typeof begin]);
  return files;
}

/** Removes unfinished files at once, without waiting: the process is about to end. */
export function leaveNoParts(folder: string, { accounts }: { readonly accounts: boolean }): void {
  for (const path of resultPaths(folder, accounts)) OutputFile.removePart(path);
}

export async function writeSummary(files: OutputFiles, content: object): Promise<void> {
  await files.write(files.last, `${JSON.stringify(content, null, 2)}\n`);
}
