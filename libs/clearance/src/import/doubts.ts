import type { ImportRow } from '@clearance/contract';
import { differInHeader, missingParts } from '@clearance/record';
import type { ImportFile } from './import-files.ts';

type Doubt = ImportRow['doubts'][number];

/** Below this share of court rows a file is probably another county's. */
const FOREIGN_BELOW = 0.05;
/** Where more than this share of the people, or of the convictions to decide, would leave, somebody has to look first. */
const LEAVE_ABOVE = 0.1;

/** What a file replaces: how many people and convictions there are, and how many of them the new one has as well. */
interface Replaced {
  readonly people: number;
  readonly shared: number;
  readonly convictions: number;
  readonly keptConvictions: number;
}

/** What is known of a file once it is read. */
export interface Read {
  /** Court rows by the county that they name. */
  readonly counties: Readonly<Record<string, number>>;
  readonly county: string;
  readonly files: readonly Pick<ImportFile, 'name' | 'header' | 'unfinished'>[];
  /** The file that counts now. */
  readonly replaces: Replaced | undefined;
}

/** Why a file is not to count before somebody has said that it is the right one. Pure. */
export function doubtsOf({ counties, county, files, replaces }: Read): Doubt[] {
  return [
    ...(missingParts(files.map(({ name }) => name)) ? (['missing_parts'] as const) : []),
    ...(differInHeader(files.map(({ header }) => header)) ? (['headers_differ'] as const) : []),
    ...(files.some(({ unfinished }) => unfinished) ? (['unfinished'] as const) : []),
    ...(isProbablyForeign(counties, county) ? (['foreign'] as const) : []),
    ...(replaces && leavesMuch(replaces) ? (['few_shared'] as const) : []),
  ];
}

function leavesMuch({ convictions, keptConvictions, people, shared }: Replaced): boolean {
  return people - shared > people * LEAVE_ABOVE || convictions - keptConvictions > convictions * LEAVE_ABOVE;
}

/** Whether hardly any court row names the county. A file without court rows names nobody and is doubtful as well. */
function isProbablyForeign(counties: Read['counties'], county: string): boolean {
  const all = Object.values(counties).reduce((sum, count) => sum + count, 0);
  return (counties[county] ?? 0) < all * FOREIGN_BELOW || all === 0;
}
