/** The row one stands on, and where that was. */
export interface Place {
  readonly id: string | undefined;
  readonly index: number;
}

/**
 * Where one stands in a list. When the thing one stood on has left it, one stands on what took its place.
 * @returns -1 for an empty list
 */
export function placeIn(ids: readonly string[], place: Place): number {
  const index = place.id === undefined ? -1 : ids.indexOf(place.id);
  if (index >= 0) return index;
  return Math.min(place.index, ids.length - 1);
}
