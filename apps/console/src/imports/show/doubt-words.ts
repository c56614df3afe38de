import type { ImportRow } from '@clearance/contract';
import { countyName } from '../../ui/words.ts';
import { share } from '../import-words.ts';

/**
 * Why an import waits, in sentences.
 * @param county the county of the person who reads it: `Los Angeles County`
 */
export function countyWarning(
  { ownCountyShare, otherCounty }: Pick<ImportRow, 'ownCountyShare' | 'otherCounty'>,
  county: string,
): string {
  const named =
    ownCountyShare === null || ownCountyShare === 0
      ? `No court row of this file names ${county}`
      : `Hardly any court row of this file names ${county} (${share(ownCountyShare)})`;
  const other = otherCounty ? `; most name ${countyName(otherCounty)} County` : '';
  return `${named}${other}. Nothing counts yet.`;
}
