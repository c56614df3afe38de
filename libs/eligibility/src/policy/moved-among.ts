/**
 * The ids that changed places: as few as possible, so that a rule that comes in at the front moves none of the others.
 * They are what is left when the longest run that kept its order is taken away.
 */
export function movedAmong(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const common = before.filter((id) => after.includes(id));
  const places = common.map((id) => after.indexOf(id));
  const longest: { readonly length: number; readonly previous: number }[] = [];
  places.forEach((place, at) => {
    let best = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < at; earlier += 1) {
      const length = (longest[earlier]?.length ?? 0) + 1;
      if ((places[earlier] ?? place) < place && length > best.length) best = { length, previous: earlier };
    }
    longest.push(best);
  });
  const moved = new Set(common);
  let at = longest.reduce((best, { length }, place) => (length > (longest[best]?.length ?? 0) ? place : best), 0);
  while (at >= 0 && at < common.length) {
    moved.delete(common[at] ?? '');
    at = longest[at]?.previous ?? -1;
  }
  return moved;
}
