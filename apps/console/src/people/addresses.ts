/** E-mail addresses out of whatever was pasted: lines, commas, semicolons, `Name <address>`; each once, lower case. */
export function addressesIn(text: string): readonly string[] {
  const found = text
    .split(/[\s,;<>]+/)
    .filter((word) => word.includes('@'))
    .map((word) => word.toLowerCase());
  return [...new Set(found)];
}

/** Those that cannot be addresses; the server decides for good. */
export const unreadable = (addresses: readonly string[]): readonly string[] =>
  addresses.filter((address) => !/^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$/.test(address));
