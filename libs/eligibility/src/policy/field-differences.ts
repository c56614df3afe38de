/** One value on both sides, in words; an empty text where there is none. */
export interface FieldDifference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Names of fields with what they say on one side. */
export type Said = Readonly<Record<string, string>>;

/** The fields that say something else, in the order in which they are given. */
export function fieldDifferences(before: Said, after: Said): FieldDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }))
    .filter((one) => one.before !== one.after);
}

/** The order of the policy after, with what it no longer has behind what stood before it. */
export function mergedOrder(before: readonly string[], after: readonly string[]): string[] {
  const order = [...after];
  before.forEach((id, place) => {
    if (after.includes(id)) return;
    const previous = before[place - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
  });
  return order;
}
