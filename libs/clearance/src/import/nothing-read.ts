import type { ImportRow } from '@clearance/contract';

/**
 * Why nothing comes of a file that was read to its end, for people; undefined where a row of it could be read. No question
 * is asked about such a file: there is nothing that anybody could confirm. Pure.
 */
export function whyNothingRead({ rows, rejected }: Pick<ImportRow, 'rows' | 'rejected'>): string | undefined {
  if (rows > 0) return undefined;
  const none =
    rejected === 0
      ? 'It holds a header and not one row'
      : rejected === 1
        ? 'Its only line could not be read as a row'
        : `Not one of its ${rejected.toLocaleString('en-US')} lines could be read as a row`;
  return `${none}: nothing was imported. What counted before still counts.`;
}
