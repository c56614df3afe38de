import { one, type KeptFile, type Tx } from '@clearance/platform';
import type { Encoding } from '@clearance/record';

/** One file of an import. An import of release 0.1.0 is one file, and its columns say the same of it. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly header: boolean;
  /** Whether it ends in the middle of a row; files of before it was looked for do not say. */
  readonly unfinished?: boolean;
  /** Bytes and lines of the import that stand before it. */
  readonly offset: number;
  readonly linesBefore: number;
}

/** The files of an import `i`, as JSON: always at least one. */
export const FILES = `coalesce(i.files, jsonb_build_array(jsonb_build_object('name', i.file_name, 'bytes', i.bytes,
  'sha256', i.sha256, 'encoding', i.encoding, 'header', i.header, 'offset', 0, 'linesBefore', 0)))`;

/** What is kept of an import `i`, as JSON: all its files, one behind the other, under its id. */
export const KEPT = `jsonb_build_object('name', i.id, 'bytes', i.bytes, 'sha256', i.sha256)`;

/** The kept file of an import; undefined where there is no such import. */
export async function keptFileOf(tx: Tx, importId: string): Promise<KeptFile | undefined> {
  return (await one<{ kept: KeptFile }>(tx, `SELECT ${KEPT} AS kept FROM import i WHERE i.id = $1`, [importId]))?.kept;
}

/** The files of an import in their order; none where there is no such import. */
export async function filesOf(tx: Tx, importId: string): Promise<readonly ImportFile[]> {
  const found = await one<{ files: ImportFile[] }>(tx, `SELECT ${FILES} AS files FROM import i WHERE i.id = $1`, [
    importId,
  ]);
  return found?.files ?? [];
}

/** Which of the files a line of the import is of, and the line in it. */
export function placeOf(files: readonly ImportFile[], line: number): { readonly file: string; readonly line: number } {
  const file = files.findLast(({ linesBefore }) => linesBefore < line);
  return { file: file?.name ?? '', line: line - (file?.linesBefore ?? 0) };
}
