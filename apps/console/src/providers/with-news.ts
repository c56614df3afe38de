import type { Work } from '@clearance/contract';

/** Jobs with `news` put in; an older notice never replaces a newer one. Newest first. */
export function withNews(known: readonly Work[], news: Work): readonly Work[] {
  const old = known.find(({ id }) => id === news.id);
  if (old && old.updatedAt > news.updatedAt) return known;
  return [news, ...known.filter(({ id }) => id !== news.id)].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}
