const BEGIN = 'SCN-';
const DIGITS = 11;

/**
 * A comment without the control number that the state writes at the end of nearly all of them, `SCN-12345678901`. It names
 * no offense, and differs in every row: without it most comments of a county are the same few.
 */
export function withoutControlNumber(comment: string): string {
  const at = comment.length - BEGIN.length - DIGITS;
  if (!comment.startsWith(BEGIN, at) || !/(?:^|[^A-Z\d])SCN-\d+$/.test(comment)) return comment;
  return comment.slice(0, at);
}
