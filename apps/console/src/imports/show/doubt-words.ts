import type { ImportRow } from '@clearance/contract';
import { counted, dayAndTime, number } from '../../ui/format.ts';
import { countyName } from '../../ui/words.ts';
import { share } from '../import-words.ts';

/** A doubt in words: what was noticed, what that means, and what is asked before the file counts. */
export interface DoubtWords {
  readonly title: string;
  readonly says: string;
}

/** Why an import waits. `county` is the county of the person who reads it: `Los Angeles County`. */
export function doubtsInWords(row: ImportRow, county: string): readonly DoubtWords[] {
  return row.doubts.map((doubt) => words[doubt](row, county));
}

const words: Readonly<Record<ImportRow['doubts'][number], (row: ImportRow, county: string) => DoubtWords>> = {
  missing_parts: missing,
  headers_differ: ({ files }) => ({
    title: 'Some of these files begin with the names of the columns, and others do not',
    says: `Without them: ${files
      .filter(({ header }) => !header)
      .map(({ name }) => name)
      .join(', ')}. A part may be missing or of another delivery.`,
  }),
  unfinished: ({ files }) => {
    const cut = files.filter(({ unfinished }) => unfinished).map(({ name }) => name);
    const [only = ''] = cut;
    const said =
      cut.length === 1
        ? { title: `${only} ends in the middle of a row`, which: 'It was' }
        : { title: `${inWords(cut.length)} files end in the middle of a row`, which: `${listed(cut)} were` };
    return {
      title: said.title,
      says: `${said.which} probably cut off while being made or sent. Rows of people may be missing: their convictions would leave the queue, and earlier ones that count would not be known.`,
    };
  },
  foreign,
  few_shared: fewShared,
};

const SMALL = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];
const inWords = (count: number): string => SMALL[count] ?? number(count);
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** `Part 2 of 3 is not here`. */
function missing({ missingParts }: ImportRow): DoubtWords {
  const { numbers, of } = missingParts ?? { numbers: [], of: null };
  const which = `Part${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}${of === null ? '' : ` of ${of}`}`;
  return {
    title: `${which} ${numbers.length === 1 ? 'is' : 'are'} not here`,
    says: 'The names of the files say that they are parts of one delivery. Without the whole of it earlier convictions of a person may be unknown, and somebody may be found eligible who is not.',
  };
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
  const { people, shared } = replaces;
  return {
    title:
      shared < people / 2
        ? `This file shares ${number(shared)} of ${counted(people, 'person', 'people')} with the one before`
        : `This file lacks ${number(people - shared)} of the ${counted(people, 'person', 'people')} of the one before`,
    says: `A newer file takes the place of the one before, ${earlier(replaces)}.`,
  };
}

type Replaced = NonNullable<ImportRow['replaces']>;
const earlier = ({ fileName, createdAt }: Replaced) => `${fileName} of ${dayAndTime(createdAt)}`;

/** How many convictions leave the queue once the file counts, as far as its people tell. */
export const leavingOf = ({ leaving }: Pick<ImportRow, 'leaving'>): number =>
  leaving ? leaving.toReview + leaving.toApprove + leaving.returned : 0;

/** What that costs: `1,704 to review, 337 to approve and 10 returned … leave the queue`; undefined where no file is replaced. */
export function costWords({ leaving }: Pick<ImportRow, 'leaving'>): string | undefined {
  if (!leaving) return undefined;
  const { toReview, toApprove, returned, approved } = leaving;
  const all = leavingOf({ leaving });
  const stay =
    approved > 0 ? ` ${number(approved)} approved or beyond ${approved === 1 ? 'stays' : 'stay'}, marked.` : '';
  if (all === 0) return `Nothing in the queue is of people whom this file leaves out.${stay}`;
  const parts = [
    ...(toReview > 0 ? [`${number(toReview)} to review`] : []),
    ...(toApprove > 0 ? [`${number(toApprove)} to approve`] : []),
    ...(returned > 0 ? [`${number(returned)} returned`] : []),
  ];
  const last = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : (parts[0] ?? '');
  const lost =
    toApprove > 0 ? ` ${counted(toApprove, 'open recommendation is', 'open recommendations are')} lost.` : '';
  return `${counted(all, 'conviction')} of people who are not in this file ${all === 1 ? 'leaves' : 'leave'} the queue: ${last}.${lost}${stay}`;
}

/** What comes of saying that it is the right file, before it is said. */
export function confirmWords(row: ImportRow, county: string): { title: string; consequence: string; verb: string } {
  const cost = costWords(row);
  const costs = cost ? ` ${cost}` : '';
  if (row.doubts.includes('few_shared') && row.replaces) {
    return {
      title: `Replace ${earlier(row.replaces)}?`,
      consequence: `${counted(row.people, 'person', 'people')} of ${row.fileName} ${row.people === 1 ? 'takes' : 'take'} the place of ${row.replaces.fileName}.${costs} This cannot be taken back.`,
      verb: 'Go on with this file',
    };
  }
  return {
    title: `Count this file as ${county}’s?`,
    consequence: `${counted(row.rows, 'row')} of ${row.fileName} become part of ${county}’s records, and its convictions go to the queue.${costs} This cannot be taken back.`,
    verb: 'Count this file',
  };
}
