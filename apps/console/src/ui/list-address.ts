/**
 * The address of a list with a filter, as react-admin reads it: `/convictions?filter=…`.
 * @param filter as the contract has it for that list; undefined values are left out
 */
export function listAddress(
  resource: string,
  filter: Readonly<Record<string, unknown>>,
  sort?: { readonly field: string; readonly order: 'ASC' | 'DESC' },
): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  if (sort) {
    query.set('sort', sort.field);
    query.set('order', sort.order);
  }
  return `/${resource}?${query.toString()}`;
}
