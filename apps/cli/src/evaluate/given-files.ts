import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { differInHeader, missingParts } from '@clearance/record';
import type { Delivery } from './delivery.ts';
import { openInput, WrongPath, type InputFile } from './input-file.ts';

/** Evaluates files that do not look like one whole delivery, and nothing else. */
const OPTION = '--despite-parts';

/** The files that were given do not look like one whole delivery. The message says why, and how they count all the same. */
export class DoubtfulDelivery extends Error {}

/** The files to be read, and what was left aside of the folders that were given. */
export interface GivenFiles {
  readonly paths: readonly string[];
  readonly skipped: readonly string[];
}

/** A number within a name counts as a number: part 2 comes before part 10. */
const byName = new Intl.Collator('en', { numeric: true });

/**
 * The files that were given, and of each folder those that look like the state's, by name. A file of the same kind as one
 * that does, and that does not itself, is a fault and is not passed over.
 *
 * @throws WrongPath where there is no such file or folder, or no file of the state in it; Error where one is damaged
 */
export async function filesGiven(inputs: readonly string[]): Promise<GivenFiles> {
  const paths: string[] = [];
  const skipped: string[] = [];
  for (const input of inputs) {
    if (!(await isFolder(input))) {
      paths.push(input);
      continue;
    }
    const found = await filesIn(input);
    paths.push(...found.paths);
    skipped.push(...found.skipped);
  }
  return { paths, skipped };
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

async function filesIn(folder: string): Promise<GivenFiles> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  const paths: string[] = [];
  const others: { readonly name: string; readonly why: unknown }[] = [];
  for (const name of names.sort(byName.compare)) {
    const path = join(folder, name);
    await openInput(path).then(
      () => paths.push(path),
      (why: unknown) => others.push({ name, why }),
    );
  }
  if (paths.length === 0) throw new WrongPath(`no file of ${folder} is a criminal-history file`);
  const kinds = new Set(paths.map((path) => extname(path).toLowerCase()));
  for (const { name, why } of others) if (kinds.has(extname(name).toLowerCase())) throw why;
  return { paths, skipped: others.map(({ name }) => join(folder, name)) };
}

/**
 * Opens the files of a delivery.
 *
 * @param inSpite whether they are taken as they are where a part seems to be missing
 * @throws WrongPath where two of them are the same; DoubtfulDelivery where a part seems to be missing
 */
export async function openDelivery(paths: readonly string[], inSpite = false): Promise<Delivery> {
  const files = await Promise.all(paths.map((path) => openInput(path)));
  await refuseSame(files);
  if (!inSpite) refuseMissing(files);
  return files;
}

async function refuseSame(files: readonly InputFile[]): Promise<void> {
  const digests = new Map<string, string>();
  for (const group of Map.groupBy(files, ({ size }) => size).values()) {
    if (group.length === 1) continue;
    for (const { path } of group) {
      const digest = await digestOf(path);
      const same = digests.get(digest);
      if (same !== undefined) throw new WrongPath(`${path} is the same file as ${same}: give it once`);
      digests.set(digest, path);
    }
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

function refuseMissing(files: readonly InputFile[]): void {
  const missing = missingParts(files.map(({ path }) => basename(path)));
  if (missing) {
    const { numbers, of } = missing;
    const which = `part${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}${of === undefined ? '' : ` of ${of}`}`;
    throw new DoubtfulDelivery(
      `by the names of the files ${which} of the delivery ${numbers.length > 1 ? 'are' : 'is'} missing: without it earlier ` +
        `convictions of a person may be unknown (${OPTION} evaluates the files as they are). Nothing was written`,
    );
  }
  if (files.length > 1 && differInHeader(files.map(({ detected }) => detected.hasHeader))) {
    const without = files.filter(({ detected }) => !detected.hasHeader).map(({ path }) => path);
    throw new DoubtfulDelivery(
      `some files begin with the names of the columns and others do not (${without.join(', ')}): a part may be missing or ` +
        `out of order (${OPTION} evaluates the files as they are). Nothing was written`,
    );
  }
}
