import { sequenceReader } from '../sequence.ts';
import { compareViews } from './compare-views.ts';
import { BundleProblemFound, type BundleProblem } from './faults.ts';
import { linesOf } from './lines.ts';
import type { Manifest } from './manifest.ts';
import { isFile, streamOf, type BundleSource } from './source.ts';

/**
 * A fault that was found while entries and proof were compared, told more exactly by what else is known of them. Entries
 * and proof contradict each other alike whichever of the two was changed; the manifest, whose signature holds, tells them
 * apart.
 */
export async function located(error: unknown, source: BundleSource, { files, format }: Manifest): Promise<unknown> {
  if (!(error instanceof BundleProblemFound)) return error;
  const { problem } = error;
  if (
    isOfProof(problem) &&
    !(await isFile(source, 'proof', files.proof)) &&
    (await isFile(source, 'events.jsonl', files['events.jsonl']))
  ) {
    return new BundleProblemFound({ why: 'file_changed', file: 'proof' });
  }
  if (problem.why === 'root_mismatch') return (await changedEntry(source, format)) ?? error;
  if (problem.why === 'missing' && problem.seq !== undefined) return (await movedEntry(source, problem.seq)) ?? error;
  return error;
}

const isOfProof = ({ why, file, seq }: BundleProblem): boolean =>
  seq !== undefined || (file === 'proof' && why === 'forked');

/** Where the root does not fit, the entry at which the events and one of their views part is the one that was changed. */
async function changedEntry(source: BundleSource, format: Manifest['format']): Promise<BundleProblemFound | undefined> {
  const { different } = await compareViews(source, format);
  const found = [...different.values()].filter((seq) => seq > 0);
  return found.length === 0 ? undefined : new BundleProblemFound({ why: 'bytes_changed', seq: Math.min(...found) });
}

/** Whether the entry that is not in its place stands further on. */
async function movedEntry(source: BundleSource, seq: number): Promise<BundleProblemFound | undefined> {
  const sequenceIn = sequenceReader();
  let instead: number | undefined;
  try {
    for await (const lines of linesOf(streamOf(source, 'events.jsonl'), 'events.jsonl')) {
      for (const bytes of lines) {
        const found = sequenceIn(bytes);
        if (instead === undefined && found > seq) instead = found;
        if (instead !== undefined && found === seq) return new BundleProblemFound({ why: 'moved', seq, instead });
      }
    }
  } catch (error) {
    // A line that cannot be read comes after the fault that was found first.
    if (!(error instanceof BundleProblemFound)) throw error;
  }
  return undefined;
}
