import type { LogFault } from '../verify-entries.ts';
import type { BundleFile } from './names.ts';

/**
 * What is wrong with a bundle. Beside the faults of a log:
 * - `file_missing`, `file_changed`, `not_a_bundle`: the file is not there, not what the manifest says, not of the format.
 * - `file_twice`: there are two of this name. `strange_file`: something lies there that is no file of a bundle (`strange`).
 * - `moved`: the entry is there, but not in its place; there stands that of the sequence `instead`.
 * - `other_key`: it is signed with another key than the trusted one. `bad_signature`: the signature does not hold.
 * - `key_changed`: the trusted key is named as an earlier one of this log, and a later one signed.
 * - `more_signatures`: beside the signature stands another, or the same again; the product writes one.
 * - `other_log`, `other_checkpoint`: the file speaks of another log or checkpoint than the rest.
 * - `not_in_log`: the log that the checkpoint vouches for does not have this entry at its place.
 * - `count`: there are fewer or more entries than the manifest says.
 * - `view_differs`: the view does not show what the entry says, or README.txt is not what belongs to such a bundle.
 * - `rolled_back`: the older checkpoint is of a longer log. `forked`: of another log that grew apart from this one.
 * - `older_not_covered`: the bundle holds nothing that leads from the older checkpoint to its own.
 */
export type BundleFault =
  | LogFault
  | ('file_missing' | 'file_changed' | 'not_a_bundle' | 'other_key' | 'bad_signature' | 'other_log')
  | ('other_checkpoint' | 'not_in_log' | 'count' | 'view_differs' | 'line_too_long' | 'line_cut')
  | ('key_changed' | 'more_signatures')
  | ('file_twice' | 'strange_file' | 'moved' | 'rolled_back' | 'forked' | 'older_not_covered');

export type BundleProblem = {
  readonly why: BundleFault;
  readonly file?: BundleFile | 'older checkpoint';
  /** The first bad sequence, where the fault is at one. */
  readonly seq?: number;
  readonly instead?: number;
  readonly strange?: readonly string[];
};

/** Thrown within this verifier only, to leave at the first fault. */
export class BundleProblemFound extends Error {
  readonly problem: BundleProblem;

  constructor(problem: BundleProblem) {
    super(problem.why);
    this.problem = problem;
    this.name = 'BundleProblemFound';
  }
}

export function refuse(why: BundleFault, more: Omit<BundleProblem, 'why'> = {}): never {
  throw new BundleProblemFound({ why, ...more });
}
