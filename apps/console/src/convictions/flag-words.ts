const words: Readonly<Record<string, { word: string; says: string }>> = {
  super_strike: { word: 'Super-strike', says: 'Has a conviction listed in PC 667(e)(2)(C)(iv)' },
  registered_290: { word: 'Registered (PC 290)', says: 'Registered, or has a conviction that requires it' },
  other_p64_in_comment: { word: 'Other charge in comment', says: 'A comment names a further cannabis charge' },
  after_2016_11_09: { word: 'After Nov 9, 2016', says: 'Convicted after Proposition 64 came into force' },
  deceased: { word: 'Deceased', says: 'The state reports the person as deceased' },
  serving: { word: 'Serving', says: 'A sentence on the record has not ended' },
  already_relieved: { word: 'Already relieved', says: 'A later row took this conviction away' },
  reduced: { word: 'Already reduced', says: 'A later row reduced this conviction' },
  plea_down: { word: 'Pleaded down', says: 'Convicted of something other than the charge' },
  disposition_unknown: { word: 'Disposition unknown', says: 'Nobody knows yet whether this count was a conviction' },
  county_unknown: { word: 'County not given', says: 'The file does not say which county’s court it was' },
  row_unreadable: {
    word: 'A row unreadable',
    says: 'A row of this person could not be read, so the history is not whole',
  },
  fact_entered: { word: 'Fact entered', says: 'A person supplied a fact that the file lacks' },
  dates_contradict: { word: 'Dates contradict', says: 'Dates on the record cannot all be right' },
};

/** A code as words, for values that this version of the console does not know: `two_priors` → `Two priors`. */
export function humanized(code: string): string {
  const text = code.replace(/[_-]+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The word of a flag on a chip. */
export const flagWord = (flag: string): string => words[flag]?.word ?? humanized(flag);
/** What a flag means, in a sentence without its stop. */
export const flagSays = (flag: string): string => words[flag]?.says ?? humanized(flag);
