import { lookup as dnsLookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const SECONDS = 10;

/** Addresses that no county's webhook is at: this host, its network, and what cloud hosts keep their secrets under. */
const inside = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
]) {
  inside.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, bits, 'ipv6');
}

export const isInside = (address: string): boolean => inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Posts a checkpoint to an address that somebody of a county gave. Redirects are not followed, the answer is not read,
 * and with `outsideOnly` the address may not lead to this host or its network, whatever its name resolves to.
 * @throws Error with a reason that can be shown.
 */
export function postCheckpoint(address: string, note: string, outsideOnly: boolean): Promise<void> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (outsideOnly && url.protocol !== 'https:') return Promise.reject(new Error('Only https addresses are used.'));
  // A literal address is never looked up, so it is looked at here.
  if (outsideOnly && isIP(host) !== 0 && isInside(host)) return Promise.reject(new Error(INSIDE));
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(note) },
      timeout: SECONDS * 1000,
      signal: AbortSignal.timeout(SECONDS * 1000),
      ...(outsideOnly ? { lookup: lookupOutside } : {}),
    });
    request.on('response', ({ statusCode = 0 }) => {
      request.destroy();
      if (statusCode >= 200 && statusCode < 300) resolve();
      else reject(new Error(`It answered ${statusCode}.`));
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(error.message === INSIDE ? INSIDE : `It could not be reached (${error.code ?? error.name}).`)),
    );
    request.end(note);
  });
}

const INSIDE = 'That address is inside of the network of this installation.';

/** Resolves a name for this one connection, so that it cannot lead elsewhere between the check and the use. */
const lookupOutside: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    const outside = addresses?.filter(({ address }) => !isInside(address)) ?? [];
    const [first] = outside;
    if (error) callback(error, []);
    else if (!first) callback(new Error(INSIDE), []);
    else if (options.all) callback(null, outside);
    else callback(null, first.address, first.family);
  });
};
