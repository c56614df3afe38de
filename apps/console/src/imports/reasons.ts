/** Why a row of a file was rejected, in plain words. */
export interface ReasonWord {
  readonly word: string;
  /** What it means and what can be done about it. */
  readonly says: string;
}

const reasons: Readonly<Record<string, ReasonWord>> = {
  wrong_width: {
    word: 'Wrong number of columns',
    says: 'The row does not have 95 columns, so no cell can be trusted to be what it seems. Often a comma was put into a cell by hand.',
  },
  stray_quote: {
    word: 'Quote in the middle of a cell',
    says: 'A quotation mark stands where none belongs, so it is not clear where the cell ends.',
  },
  unclosed_quote: {
    word: 'Quote left open',
    says: 'A cell begins with a quotation mark that is never closed. Only this row is affected.',
  },
  invalid_bytes: {
    word: 'Unreadable characters',
    says: 'The row holds bytes that are no characters in the file’s encoding. Nothing was guessed in their place.',
  },
  nul_byte: {
    word: 'Damaged: NUL byte',
    says: 'The row holds a byte that no text has. The file was damaged on its way.',
  },
  control_character: {
    word: 'Damaged: control character',
    says: 'The row holds an invisible character that no text has. The file was damaged on its way.',
  },
  too_long: { word: 'Row too long', says: 'The row is longer than 64 KiB, which no record of the state is.' },
  missing_person: {
    word: 'No person named',
    says: 'The cell that says whose row it is is empty, so the row belongs to nobody.',
  },
  wrong_count_order: {
    word: 'Count number unreadable',
    says: 'The number that places the row within an arrest and its court steps does not have twelve digits.',
  },
  rewritten_number: {
    word: 'Number rounded by a spreadsheet',
    says: 'The number of the person or the case was rewritten, such as 1.01E+11: several people or cases would have the same one.',
  },
};

/** The reasons that a file can give, the most frequent ones first. */
export const reasonCodes: readonly string[] = Object.keys(reasons);

/** The words of a reason; one that is not known here is read from its code: `bad_date` → `Bad date`. */
export function reasonWord(code: string): ReasonWord {
  const known = reasons[code];
  if (known) return known;
  const text = code.replace(/[_-]+/g, ' ').trim();
  return { word: text.charAt(0).toUpperCase() + text.slice(1), says: 'See what was found in each row.' };
}
