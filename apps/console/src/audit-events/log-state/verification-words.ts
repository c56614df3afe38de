import type { AuditVerification } from '@clearance/contract';
import { counted, number } from '../../ui/format.ts';

/** What a check of the whole log means, and what it does not. */
export interface VerificationWords {
  readonly title: string;
  readonly proves: string;
  readonly not: string;
}

/** The faults that the check tells apart, for the entry at which it stopped. */
const faults: Readonly<Record<string, string>> = {
  missing: 'The entry is gone, while later ones are there.',
  out_of_order: 'In its place stands an entry that belongs elsewhere, or one that is there twice.',
  other_sequence: 'In its place stands an entry with another number.',
  bytes_changed: 'It is not what was written: its bytes were changed afterwards.',
  cut_tail: 'The log ends before it, although its root vouches for more entries.',
  beyond_head: 'There are more entries than the root of the log vouches for.',
  head_damaged: 'What the log has added up over all entries is itself damaged.',
  rolled_back: 'The log is shorter than what it has signed before, as after putting back an old copy.',
  checkpoint_changed: 'What the log has signed before is not what it holds now.',
  copy_changed: 'It would be found under something that it does not say: what it is searched by was changed.',
  root_mismatch:
    'Every entry fits its neighbours, but together they are not what the root vouches for. The fault lies here or at any entry before.',
};

/** The result of a check in sentences for somebody who is no cryptographer. */
export function verificationInWords({ ok, size, seq, why }: AuditVerification): VerificationWords {
  if (ok) {
    return {
      title: size === 1 ? 'The one entry fits' : `All ${counted(size, 'entry', 'entries')} fit`,
      proves:
        'Each entry was read again as it was stored, and together they give exactly the root that the log holds. So none of them was changed, removed, added in between or put in another order since it was written. The check itself has become one more entry.',
      not: 'It does not prove that nobody replaced the whole log together with its root. For that there are the checkpoints that are kept elsewhere: an export can prove that the log goes on from one of them.',
    };
  }
  return {
    title: seq === null ? 'The log does not fit its root' : `Entry ${number(seq)} does not fit`,
    proves: `${faults[why ?? ''] ?? 'What is stored is not what was written.'} ${reliedOn(seq, why)} until it is explained.`,
    not: 'The check changed nothing. Tell the operator of the installation, keep this page, and compare with the newest export that you hold.',
  };
}

/** Faults of the whole, which no single entry tells. */
const unplaced: ReadonlySet<string> = new Set(['root_mismatch', 'head_damaged', 'rolled_back', 'checkpoint_changed']);

function reliedOn(seq: number | null, why: string | null): string {
  if (seq === null || seq <= 1 || unplaced.has(why ?? '')) return 'No entry can be relied on';
  return `The entries before number ${number(seq)} fit; those from it on cannot be relied on`;
}
