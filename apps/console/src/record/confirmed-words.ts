import type { ConfirmedFile, ImportDoubt } from '@clearance/contract';
import { dayAndTime } from '../ui/format.ts';

const althoughs: Readonly<Record<ImportDoubt, string>> = {
  missing_parts: 'a part of the delivery is not here',
  headers_differ: 'some of its files begin with the names of the columns and others do not',
  unfinished: 'it ends in the middle of a row',
  foreign: 'it hardly names this county',
  few_shared: 'many people of the file before it are missing',
};

/** `This file was confirmed by Ana Example on Nov 9, 2026, 3:07 PM, although it ends in the middle of a row.` */
export function confirmedWords({ at, by, doubts }: ConfirmedFile): string {
  const who = by ? `by ${by}` : 'by somebody in the office';
  const when = at ? ` on ${dayAndTime(at)}` : '';
  return `This file was confirmed ${who}${when}, although ${doubts.map((doubt) => althoughs[doubt]).join(', and ')}.`;
}
