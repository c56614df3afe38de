import type { ImportRow } from '@clearance/contract';
import { differInHeader, missingParts } from '@clearance/record';
import type { ImportFile } from './import-files.ts';

type Doubt = ImportRow['doubts'][number];

/** Below this share of court rows a file is probably another county's. */
const FOREIGN_BELOW = 0.05;
/** A file that has a smaller share of the people of the one it replaces is probably not the next one of the same kind. */
const SHARED_BELOW = 0.1;

/** What is known of a file once it is read. */
export interface Read {
  /** Court rows by the county that they name. */
  readonly counties: Readonly<Record<string, number>>;
  readonly county: string;
  readonly files: readonly Pick<ImportFile, 'name' | 'header'>[];
  /** The file that counts now: how many people it has, and how many of them the new one has as well. */
  readonly replaces: { readonly people: number; readonly shared: number } | undefined;
}

/** Why a file is not to count before somebody has said that it is the right one. Pure. */
export function doubtsOf({ counties, county, files, replaces }: Read): Doubt[] {
  return [
    ...(missingParts(files.map(({ name }) => name)) ? (['missing_parts'] as const) : []),
    ...(differInHeader(files.map(({ header }) => header)) ? (['headers_differ'] as const) : []),
    ...(isProbablyForeign(counties, county) ? (['foreign'] as const) : []),
    ...(replaces && replaces.shared < replaces.people * SHARED_BELOW ? (['few_shared'] as const) : []),
  ];
}

/** Whether hardly any court row names the county. A file without court rows names nobody and is doubtful as well. */
function isProbablyForeign(counties: Read['counties'], county: string): boolean {
  const all = Object.values(counties).reduce((sum, count) => sum + count, 0);
  return (counties[county] ?? 0) < all * FOREIGN_BELOW || all === 0;
}
