/** E-mail addresses out of whatever was pasted: lines, commas, semicolons, `"Ruiz, Tom" <address>`; each once, lower case. */
export function addressesIn(text: string): readonly string[] {
  // Mail programs put a name with a comma in quotes; a name is never an address.
  const pieces = text.replace(/"[^"\n]*"/g, ' ').split(/[,;\n]+/);
  const found = pieces.flatMap((piece, at) => {
    const addresses = piece
      .split(/[\s<>]+/)
      .map((word) => word.replace(/^mailto:/i, ''))
      .filter((word) => word.includes('@'));
    if (addresses.length > 0) return addresses;
    // `Ruiz, Tom <tom@office.example>` without quotes: the family name before the comma.
    if (!/[.@]/.test(piece) && /\S.*<[^>]*@/.test(pieces[at + 1] ?? '')) return [];
    // A piece without an address is a slip of the pen, not nothing: it is shown as one that cannot be read.
    return [piece.trim()].filter(Boolean);
  });
  return [...new Set(found.map((word) => word.toLowerCase()))];
}

/** What can be done with an address. */
export type Verdict = 'right' | 'unreadable' | 'works_here';

/** Each address with what can be done with it; `members` are those that the server said work here. The server decides for good. */
export const verdictsOf = (
  addresses: readonly string[],
  members: ReadonlySet<string>,
): readonly { readonly address: string; readonly verdict: Verdict }[] =>
  addresses.map((address) => ({
    address,
    verdict: members.has(address)
      ? 'works_here'
      : /^[^@\s"<>]+@[^@\s]+\.[^@\s.]{2,}$/.test(address)
        ? 'right'
        : 'unreadable',
  }));

/** On the button: how many are sent, and that some are not. */
export function sendVerb(all: number, right: number): string {
  if (all <= 1) return 'Send the invitation';
  return all === right ? `Send ${right} invitations` : `Send the ${right} that ${right === 1 ? 'is' : 'are'} right`;
}
