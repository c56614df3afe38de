/** Case numbers that were typed in this tab, each under a mark that says nothing. */
const typed = new Map<string, string>();
const KEPT = 'clearance case number ';

/** What stands in an address in place of a case number: the address stays in the history of the browser. */
export function markOf(number: string): string {
  const known = [...typed].find(([, one]) => one === number)?.[0];
  if (known) return known;
  const mark = crypto.randomUUID().slice(0, 8);
  typed.set(mark, number);
  // Kept by the tab for when the page is loaded again; another tab does not see it.
  if (typeof window !== 'undefined') window.sessionStorage.setItem(`${KEPT}${mark}`, number);
  return mark;
}

/** The case number of a mark; undefined where it was typed elsewhere. */
export function numberOf(mark: string): string | undefined {
  if (!typed.has(mark) && typeof window !== 'undefined') {
    const kept = window.sessionStorage.getItem(`${KEPT}${mark}`);
    if (kept !== null) typed.set(mark, kept);
  }
  return typed.get(mark);
}
