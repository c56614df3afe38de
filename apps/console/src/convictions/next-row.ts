/** On which row one stands after `id` was dealt with: the next, or at the end the one before; undefined when alone. */
export function afterwards(ids: readonly string[], id: string): string | undefined {
  const index = ids.indexOf(id);
  return index < 0 ? undefined : (ids[index + 1] ?? ids[index - 1]);
}
