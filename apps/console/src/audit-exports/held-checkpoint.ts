/**
 * The size of a checkpoint that somebody holds: typed as a number, or read out of the pasted text, whose second line
 * it is. Undefined where nothing was entered, null where it cannot be read.
 */
export function heldSize(text: string): number | undefined | null {
  const given = text.trim();
  if (given === '') return undefined;
  const lines = given.split(/\r?\n/).map((line) => line.trim());
  const size = (lines.length > 1 ? lines[1] : lines[0])?.replaceAll(',', '') ?? '';
  const found = /^\d{1,15}$/.test(size) ? Number(size) : 0;
  return found > 0 ? found : null;
}
