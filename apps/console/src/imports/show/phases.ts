import type { ImportRow, Work } from '@clearance/contract';
import type { ProgressUnit } from '../../ui/Progress.tsx';
import { isNothingRead } from '../import-words.ts';

/** One step of an import, and how far it is. */
export interface Phase {
  readonly title: string;
  readonly stands: 'done' | 'now' | 'stopped' | 'later';
  /** Only while it is going on. */
  readonly progress?: { readonly done: number; readonly total: number; readonly unit: ProgressUnit };
}

const titles = ['Reading the file', 'Counting and evaluating'] as const;
const at: Readonly<Partial<Record<ImportRow['state'], number>>> = {
  reading: 0,
  waiting: 1,
  counting: 1,
  // Only people whom a policy that was published meanwhile left behind.
  evaluating: 1,
};

/** Which step a broken-off import had come to: the file's bytes tell. */
const stoppedAt = ({ bytesRead, bytes }: ImportRow): number => (bytesRead < bytes ? 0 : 1);

/** The two steps of an import that is not at its end; none for one that is, or that comes no further. */
export function phasesOf(row: ImportRow, work: Work | undefined): readonly Phase[] {
  const failed = row.state === 'failed';
  const now = failed ? stoppedAt(row) : at[row.state];
  if (now === undefined || isNothingRead(row)) return [];
  return titles.map((title, step): Phase => {
    if (step !== now) return { title, stands: step < now ? 'done' : 'later' };
    if (failed || row.state === 'waiting') return { title, stands: failed ? 'stopped' : 'later' };
    if (work?.state === 'running') {
      return { title, stands: 'now', progress: { done: work.done, total: work.total, unit: work.unit } };
    }
    const reading = { done: row.bytesRead, total: row.bytes, unit: 'bytes' } as const;
    return { title, stands: 'now', progress: step === 0 ? reading : { done: 0, total: 0, unit: 'people' } };
  });
}
