import { describe, expect, it } from 'vitest';
import { bulkLink } from './bulk-link.ts';
import { changed, filteredPath, queueLink, readAddress, writeAddress } from './address.ts';
import { readFilter } from './filter.ts';
import { queueDefaults } from './queue-defaults.ts';

const at = (search: string) => readAddress(search, queueDefaults);

describe('the address of the queue', () => {
  it('shows what waits for review, in groups, when it says nothing', () => {
    expect(at('')).toEqual({
      filter: queueDefaults.filter,
      view: 'groups',
      sort: { field: 'since', order: 'ASC' },
      page: 1,
      perPage: 50,
      open: undefined,
    });
  });

  it('leaves out what is as usual', () => {
    expect(writeAddress(at(''), queueDefaults)).toBe('');
  });

  it('keeps an empty filter, which is not the usual one', () => {
    const search = writeAddress({ ...at(''), filter: {} }, queueDefaults);
    expect(at(search).filter).toEqual({});
  });

  it('holds no case number, and reads back the one that was typed in this tab', () => {
    const filter = { q: 'BA-99123', state: ['evaluated' as const] };
    const written = [
      writeAddress({ ...at(''), filter }, queueDefaults),
      queueLink(filter),
      bulkLink('recommend', filter, 'dismiss'),
    ];
    for (const text of written) {
      expect(decodeURIComponent(text)).not.toContain('99123');
      expect(readFilter(new URL(text, 'http://x').searchParams.get('filter') ?? '')).toMatchObject({ q: 'BA-99123' });
    }
    expect(readFilter(JSON.stringify({ q: 'BA-99123', mine: true }))).toEqual({ mine: true });
  });

  it('reads back everything that it writes', () => {
    const address = {
      filter: { section: ['HS 11357'], decade: [1990, 0], flagsKey: '', mine: false, q: 'BA1' },
      view: 'list',
      sort: { field: 'date', order: 'DESC' },
      page: 3,
      perPage: 100,
      open: '0b1c2d3e-0000-4000-8000-000000000000',
    } as const;
    expect(at(writeAddress(address as never, queueDefaults))).toEqual({
      ...address,
      filter: { ...address.filter, decade: [0, 1990] },
    });
  });

  it.each(['filter=%7B', 'filter=%7B%22state%22%3A%5B%22gone%22%5D%7D', 'filter=%7B%22nobody%22%3A1%7D'])(
    'falls back to the usual filter when it cannot be read: %s',
    (search) => expect(at(`?${search}`).filter).toEqual(queueDefaults.filter),
  );

  it('takes no page, size or order that does not exist', () => {
    expect(at('?page=-2&perPage=7&sort=secret&order=DESC&view=map')).toEqual(at(''));
  });

  it('starts on the first page with nothing open when the filter changes', () => {
    const before = { ...at(''), page: 4, open: 'x' };
    expect(changed(before, { filter: {} })).toMatchObject({ page: 1, open: undefined });
    expect(changed(before, { page: 5 })).toMatchObject({ page: 5, open: undefined });
    expect(changed(before, { open: 'y' })).toMatchObject({ page: 4, open: 'y' });
  });

  it('writes equal filters as equal texts', () => {
    expect(filteredPath('/x', { section: ['b', 'a'], mine: true })).toBe(
      filteredPath('/x', { mine: true, section: ['a', 'b'] }),
    );
  });

  it('links to a list that reads back as the filter', () => {
    expect(at(queueLink({ flagsKey: '' }).split('?')[1] ?? '')).toMatchObject({
      filter: { flagsKey: '' },
      view: 'list',
    });
  });
});
