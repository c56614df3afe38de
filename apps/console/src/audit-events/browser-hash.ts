const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** SHA-256 by the browser; undefined where it offers none, which it does only over https and on this computer. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  return subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : undefined;
}

/**
 * Whether an entry's bytes give its leaf hash (RFC 9162: SHA-256 over a zero byte and the bytes), whichever way the
 * hash is written; undefined where the browser cannot tell.
 */
export async function fitsLeafHash(text: string, leafHash: string): Promise<boolean | undefined> {
  const bytes = new TextEncoder().encode(text);
  const leaf = new Uint8Array(bytes.length + 1);
  leaf.set(bytes, 1);
  const hash = await sha256(leaf);
  return hash && (hex(hash) === leafHash.toLowerCase() || base64(hash) === leafHash);
}

/** The checksum of a file in hexadecimal, computed in this browser; undefined where it cannot. */
export async function checksumOf(file: Blob): Promise<string | undefined> {
  const hash = await sha256(new Uint8Array(await file.arrayBuffer()));
  return hash && hex(hash);
}
