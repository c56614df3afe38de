import type { ConvictionView } from '@clearance/contract';
import { actWords } from './act-words.ts';

/** Something that was written with an act, as the head of a record tells it. */
export interface HeadNote {
  readonly by: string;
  /** `recommended dismissal`, `took the approval back` */
  readonly did: string;
  readonly note: string;
}

/**
 * Why a conviction stands where it stands, in the words of whoever put it there: the reason of the recommendation that
 * counts, and what was written with the last act after it.
 */
export function headNotes({ acts, decision }: Pick<ConvictionView, 'acts' | 'decision'>): readonly HeadNote[] {
  const last = acts.at(-1);
  const reason = decision ? acts.findLast(({ verb }) => verb === 'recommend') : undefined;
  return (reason === last ? [last] : [reason, last]).flatMap((act) => {
    if (!act?.note) return [];
    const words = actWords(act);
    return [{ by: act.by, did: words.charAt(0).toLowerCase() + words.slice(1), note: act.note }];
  });
}
