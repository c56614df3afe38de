/** A piece of a sentence, and whether the other sentence lacks it. */
export interface Piece {
  readonly text: string;
  readonly isOnlyHere: boolean;
}

/** The words of a sentence, those marked that the other one does not have in the same order. */
export function piecesAgainst(text: string, other: string): readonly Piece[] {
  const [mine, theirs] = [text.split(/(?<=\s)/), other.split(/(?<=\s)/)];
  const shared = inCommon(mine, theirs);
  const pieces: Piece[] = [];
  mine.forEach((word, index) => {
    const isOnlyHere = !shared.has(index);
    const last = pieces.at(-1);
    if (last && last.isOnlyHere === isOnlyHere) pieces[pieces.length - 1] = { text: last.text + word, isOnlyHere };
    else pieces.push({ text: word, isOnlyHere });
  });
  return pieces;
}

/** The places in `a` of the longest sequence of words that `b` has as well. */
function inCommon(a: readonly string[], b: readonly string[]): ReadonlySet<number> {
  const plain = (word: string | undefined) => (word ?? '').trim().replace(/[.,]$/, '');
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = plain(a[i]) === plain(b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (plain(a[i]) === plain(b[j])) {
      places.add(i);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return places;
}
