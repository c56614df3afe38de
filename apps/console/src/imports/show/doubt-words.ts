import type { ImportRow } from '@clearance/contract';
import { counted, number, day } from '../../ui/format.ts';
import { countyName } from '../../ui/words.ts';
import { share } from '../import-words.ts';

/** A doubt in words: what was noticed, what that means, and what is asked before the file counts. */
export interface DoubtWords {
  readonly title: string;
  readonly says: string;
}

/** Why an import waits. `county` is the county of the person who reads it: `Los Angeles County`. */
export function doubtsInWords(row: ImportRow, county: string): readonly DoubtWords[] {
  return row.doubts.map((doubt) => (doubt === 'foreign' ? foreign(row, county) : fewShared(row)));
}

function foreign({ ownCountyShare, otherCounty }: ImportRow, county: string): DoubtWords {
  const named =
    ownCountyShare === null || ownCountyShare === 0
      ? `No court row of this file names ${county}`
      : `Hardly any court row of this file names ${county} (${share(ownCountyShare)})`;
  const other = otherCounty ? `; most name ${countyName(otherCounty)} County` : '';
  return { title: 'This is probably another county’s file', says: `${named}${other}.` };
}

function fewShared({ replaces }: ImportRow): DoubtWords {
  if (!replaces) return { title: 'This file shares hardly anybody with the one before', says: '' };
  const { createdAt, fileName, people, shared } = replaces;
  return {
    title: `This file shares ${number(shared)} of ${counted(people, 'person', 'people')} with the one from ${day(createdAt)}`,
    says: `A newer file takes the place of the one before, ${fileName}. What is undecided or waits for approval there leaves the queue where this file does not have the person; what was approved stays, marked.`,
  };
}

/** What comes of saying that it is the right file, before it is said. */
export function confirmWords(row: ImportRow, county: string): { title: string; consequence: string; verb: string } {
  const gone = row.replaces ? row.replaces.people - row.replaces.shared : 0;
  if (row.doubts.includes('few_shared') && row.replaces) {
    return {
      title: `Replace the file from ${day(row.replaces.createdAt)}?`,
      consequence: `${counted(row.people, 'person', 'people')} of ${row.fileName} ${row.people === 1 ? 'takes' : 'take'} the place of ${row.replaces.fileName}. What nobody has approved yet of the ${counted(gone, 'person', 'people')} who ${gone === 1 ? 'is' : 'are'} not in it leaves the queue. This cannot be taken back.`,
      verb: 'Go on with this file',
    };
  }
  return {
    title: `Count this file as ${county}’s?`,
    consequence: `${counted(row.rows, 'row')} of ${row.fileName} become part of ${county}’s records, and its convictions go to the queue. This cannot be taken back.`,
    verb: 'Count this file',
  };
}
