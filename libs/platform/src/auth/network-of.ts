import { isIP } from 'node:net';

/** What stands before an IPv4 address that is written as IPv6. */
const MAPPED = /^::ffff:(?=\d+\.)/i;
/** A household or an office has at least as much of IPv6 as this, so addresses that share it are one caller. */
const GROUPS = 4;

/** The network that an address is counted as: IPv4 as it is, of IPv6 the first 64 bits. Anything else is one network. */
export function networkOf(address: string): string {
  const plain = address.replace(MAPPED, '').replace(/%.*$/, '').toLowerCase();
  const version = isIP(plain);
  if (version === 4) return plain;
  if (version !== 6) return 'unknown';
  const [before = '', after] = plain.split('::');
  const head = groupsOf(before);
  const tail = after === undefined ? [] : groupsOf(after);
  const zeros = Array<string>(after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...zeros, ...tail].slice(0, GROUPS).join(':');
}

/** The groups of a part, each without its leading zeros. */
const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
