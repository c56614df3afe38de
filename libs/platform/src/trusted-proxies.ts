import { BlockList, isIP } from 'node:net';

/** Groups of addresses that nobody on the internet has: this machine, this link, and private networks. */
const GROUPS: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];
/** A wider network than this is a part of the internet and nobody's own. */
const WIDEST = { 4: 8, 6: 16 } as const;

/** Every IPv4 address has a second form in IPv6, so that one network of IPv6 can be all of IPv4. */
const MAPPED = new BlockList();
MAPPED.addSubnet('::ffff:0:0', 96, 'ipv6');

/**
 * What is wrong with a list of proxies (`10.0.0.7, 10.1.0.0/16, uniquelocal`), in words; undefined where nothing is. What
 * such a proxy says of whose request it hands on is believed, so a list that has everybody in it would believe everybody.
 */
export function problemOfProxies(list: string): string | undefined {
  const entries = proxiesIn(list);
  if (entries.length === 0) return 'names no proxy';
  for (const entry of entries) {
    if (GROUPS.includes(entry)) continue;
    const [address = '', prefix, ...more] = entry.split('/');
    const version = isIP(address);
    if ((version !== 4 && version !== 6) || more.length > 0)
      return `"${entry}" is no address, no network such as 10.0.0.0/8, and none of ${GROUPS.join(', ')}`;
    if (version === 6 && MAPPED.check(address, 'ipv6')) return `"${entry}" is an IPv4 address: write it as one`;
    if (prefix === undefined) continue;
    const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : NaN;
    if (!(bits <= (version === 4 ? 32 : 128)))
      return `"${entry}" is no network: behind the slash stands a number of bits`;
    if (bits < WIDEST[version]) return `"${entry}" would believe nearly everybody who they are`;
  }
  return undefined;
}

/** The entries of a list, in its order. */
export const proxiesIn = (list: string): string[] =>
  list
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
