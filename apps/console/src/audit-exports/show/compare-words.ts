/** A file of an export and its checksum in hexadecimal. */
export interface Sum {
  readonly name: string;
  readonly sha256: string;
}

/**
 * What comparing a file with the checksums of an export found.
 * @param found the file's own checksum; undefined where this browser could not compute it
 */
export function compareWords(
  fileName: string,
  found: string | undefined,
  sums: readonly Sum[],
): { readonly fits: boolean; readonly says: string } {
  if (found === undefined) {
    return { fits: false, says: `${fileName} could not be read in this browser. Use one of the commands below.` };
  }
  const same = sums.find(({ sha256 }) => sha256.toLowerCase() === found);
  return same
    ? { fits: true, says: `${fileName} is a file of this export (${same.name}), byte for byte.` }
    : { fits: false, says: `${fileName} is no file of this export, or it was changed.` };
}
