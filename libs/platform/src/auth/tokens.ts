import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits behind the county they belong to; only the hash of the random part is stored. */
export function makeToken(countyId: string): { token: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { token: `${countyId}.${secret}`, hash: hashOf(secret) };
}

/** The county and hash that a token names, or undefined when it is not shaped like one. */
export function readToken(token: string | undefined): { countyId: string; hash: Buffer } | undefined {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/.exec(token ?? '');
  return match?.[1] && match[2] ? { countyId: match[1], hash: hashOf(match[2]) } : undefined;
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
