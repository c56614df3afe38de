import { describe, expect, it } from 'vitest';
import { bulkLink } from '../convictions/bulk-link.ts';
import { readBulkIntent } from './bulk-address.ts';

const read = (link: string) => readBulkIntent(link.split('?')[1] ?? '');

describe('the address of a bulk act', () => {
  it('says what to do and to which set', () => {
    expect(read(bulkLink('recommend', { state: ['evaluated'], flagsKey: '' }, 'dismiss'))).toEqual({
      verb: 'recommend',
      decision: 'dismiss',
      filter: { state: ['evaluated'], flagsKey: '' },
    });
  });

  it('never widens a set that holds nothing to act on', () => {
    expect(read(bulkLink('approve', { state: ['approved'] }))?.filter.state).toEqual([]);
  });

  it.each(['', 'verb=approve', 'verb=undo&filter={}', 'verb=approve&filter={'])('is none without both: %s', (search) =>
    expect(readBulkIntent(search)).toBeUndefined(),
  );
});
