import { cellText } from './cell.ts';
import { WORDINGS } from './disposition/wordings.ts';
import type { ReadableKind } from './disposition/wordings.ts';
import type { DispositionKind } from './history.ts';

/** One wording that an office's agencies use. A `*` at its end stands for any further words. */
export interface DispositionWording {
  readonly wording: string;
  readonly kind: ReadableKind;
}

/** A dictionary of dispositions. */
export interface Dispositions {
  /** What a DISP_DESCR cell means: `unknown` where the dictionary does not hold its wording, or the cell is empty. */
  readonly kindOf: (cell: string) => DispositionKind;
}

/** Every wording that is shipped, for the administrator to see. */
export const shippedDispositions: readonly DispositionWording[] = Object.entries(WORDINGS).flatMap(([kind, wordings]) =>
  wordings.map((wording) => ({ wording, kind: kind as ReadableKind })),
);

/** Capitals, one blank between words, and none around the signs that join them. */
export function normalWording(text: string): string {
  return text
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([-/]) ?/g, '$1')
    .trim();
}

/**
 * A dictionary of the wordings shipped and of an office's own, which win where both have one. A wording in full wins
 * over one with a `*`, and among those the longer.
 *
 * @throws RangeError when a wording is empty
 */
export function readDispositions(extra: readonly DispositionWording[] = []): Dispositions {
  const exact = new Map<string, ReadableKind>();
  const prefixes = new Map<string, ReadableKind>();
  for (const { wording, kind } of [...shippedDispositions, ...extra]) {
    const normal = normalWording(wording);
    if (normal === '' || normal === '*') throw new RangeError('the wording of a disposition is empty');
    if (normal.endsWith('*')) prefixes.set(normal.slice(0, -1), kind);
    else exact.set(normal, kind);
  }
  const byLength = [...prefixes].sort(([a], [b]) => b.length - a.length);
  return {
    kindOf: (cell) => {
      const text = cellText(cell);
      const plain = exact.get(text);
      if (plain || text === '') return plain ?? 'unknown';
      const normal = normalWording(text);
      return exact.get(normal) ?? byLength.find(([prefix]) => normal.startsWith(prefix))?.[1] ?? 'unknown';
    },
  };
}
