/**
 * What two ways of writing an agency have in common: letters and digits alone. The state's file glues an agency's kind to
 * its name (`CAPDLOS ANGELES`), doubles blanks and leaves out points, and no two agencies differ in these.
 */
export function agencyKey(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]+/g, '');
}
