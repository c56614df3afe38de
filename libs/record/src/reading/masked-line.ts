const LONGEST = 240;
const MASK = '•••••••••';

/** Nine digits as a social security number has them, and a driver's licence, wherever no further digit or letter follows. */
const SECRET = /(?<![\dA-Z])(?:\d{3}[- ]?\d{2}[- ]?\d{4}|[A-Z]\d{7})(?![\dA-Z])/gi;

/** A line of a file for people to look at, with what looks like a social security number or a licence masked, and cut. */
export function maskedLine(text: string): string {
  const masked = text.replace(SECRET, MASK);
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST)}…` : masked;
}
