const irregular: Readonly<Record<string, string>> = {
  begin: 'began',
  choose: 'chose',
  done: 'finished',
  find: 'found',
  give: 'gave',
  hold: 'held',
  leave: 'left',
  make: 'made',
  put: 'put',
  read: 'read',
  run: 'ran',
  send: 'sent',
  set: 'set',
  take: 'took',
  undo: 'undid',
  withdraw: 'withdrew',
};
/** One syllable that ends in vowel and consonant (`stop`), and the longer verbs of office work that do the same. */
const doubles = /^(?:[^aeiou]+[aeiou][bdgkmnprt]|cancel|submit|permit|admit|defer|refer|transfer)$/;

/** The past of an English verb: `approve` → `approved`, `withdraw` → `withdrew`. */
export function pastOf(verb: string): string {
  const known = irregular[verb];
  if (known) return known;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doubles.test(verb) ? `${verb}${verb.at(-1) ?? ''}ed` : `${verb}ed`;
}

/** `a file`, `an import`. */
export const withArticle = (noun: string): string => `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** `bulk_review`, `bulkReview`, `bulk-review` → `bulk review`. */
export const plainWords = (code: string): string =>
  code
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .trim()
    .toLowerCase();

/** The first letter made a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
