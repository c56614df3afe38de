/** A piece of a mail; `to` where it is a link into this console. */
export interface MailPart {
  readonly at: number;
  readonly text: string;
  readonly to?: string;
}

/**
 * Cuts a mail into text and links. Only addresses that carry a page of this console (after `#/`) become links, and
 * they open here whatever host they were written for; anything else stays text.
 */
export function textWithLinks(text: string): readonly MailPart[] {
  const parts: MailPart[] = [];
  let end = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g)) {
    const page = found[0].split('#')[1];
    if (!page?.startsWith('/')) continue;
    if (found.index > end) parts.push({ at: end, text: text.slice(end, found.index) });
    end = found.index + found[0].length;
    parts.push({ at: found.index, text: found[0], to: page });
  }
  if (end < text.length) parts.push({ at: end, text: text.slice(end) });
  return parts;
}
