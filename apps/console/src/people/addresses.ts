/** E-mail addresses out of whatever was pasted: lines, commas, semicolons, `Name <address>`; each once, lower case. */
export function addressesIn(text: string): readonly string[] {
  const found = text.split(/[,;\n]+/).flatMap((piece) => {
    const addresses = piece.split(/[\s<>]+/).filter((word) => word.includes('@'));
    // A piece without an address is a slip of the pen, not nothing: it is shown as one that cannot be read.
    return addresses.length > 0 ? addresses : [piece.trim()].filter(Boolean);
  });
  return [...new Set(found.map((word) => word.toLowerCase()))];
}

/** Those that cannot be addresses; the server decides for good. */
export const unreadable = (addresses: readonly string[]): readonly string[] =>
  addresses.filter((address) => !/^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/.test(address));
