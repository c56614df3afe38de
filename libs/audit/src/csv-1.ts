import { auditCsvWith } from './csv.ts';

/** What was made harmless in bundles of `clearance-audit-bundle/1`: only a cell that begins with a sign, a tab or a line end. */
const DANGEROUS_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** One entry as a line of the `events.csv` of a bundle of `clearance-audit-bundle/1`. */
export const auditCsvLine1 = auditCsvWith((value) => {
  const text = value === null || value === undefined ? '' : String(value);
  const harmless = DANGEROUS_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
});
