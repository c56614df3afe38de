import { one, type Tx } from '@clearance/platform';

/**
 * The name under which a download is saved: `audit-log-el-dorado-1-3410.zip`. Only letters, digits and hyphens stand in it,
 * so that it is the same on every system, and needs no quoting in a header.
 */
export const fileName = (what: string, parts: readonly (string | number)[], extension: string): string =>
  `${[what, ...parts].map(plain).filter(Boolean).join('-')}.${extension}`;

const plain = (part: string | number): string =>
  String(part)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The same for a download of a county: its name stands behind what it is. */
export async function countyFileName(
  tx: Tx,
  { countyId }: { readonly countyId: string },
  [what, ...parts]: readonly [what: string, ...(string | number)[]],
  extension: string,
): Promise<string> {
  const own = await one<{ name: string }>(tx, `SELECT name FROM county WHERE id = $1`, [countyId]);
  return fileName(what, [own?.name ?? '', ...parts], extension);
}

/** What has a browser save an answer under a name. */
export const savedAs = (name: string): string => `attachment; filename="${name}"`;
