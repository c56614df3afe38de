import { describe, expect, it } from 'vitest';
import { explorerLink, exportLink, readFilter, withChange } from './filter-link.ts';
import { boundsOf, periodOf } from './period.ts';

const filter = { action: 'session.start', outcome: 'refused' } as const;

describe('a filter in an address', () => {
  it('is read back as it was written', () => {
    const query = new URL(exportLink(filter), 'http://x').searchParams.get('filter');
    expect(readFilter(query)).toEqual(filter);
  });
  it('leaves the address bare when there is none', () => {
    expect(explorerLink({})).toBe('/audit-events');
    expect(readFilter(null)).toEqual({});
  });
  it('takes nothing over that is no condition of the log', () => {
    expect(readFilter('{"action":"a.b","name":"SAMPLE","page":3}')).toEqual({ action: 'a.b' });
    expect(readFilter('{not json')).toEqual({});
    expect(readFilter('7')).toEqual({});
  });
  it('drops a condition that was emptied', () =>
    expect(withChange(filter, { outcome: '' })).toEqual({ action: 'session.start' }));
});

describe('the usual periods', () => {
  const now = new Date(2026, 10, 22, 15, 0);
  it('are recognised from their bounds', () => {
    for (const key of ['all', 'today', 'week', 'month', 'year']) expect(periodOf(boundsOf(key, now), now)).toBe(key);
  });
  it('are otherwise between two days', () => {
    expect(periodOf({ from: new Date(2026, 0, 1).toISOString() }, now)).toBe('between');
    expect(periodOf(boundsOf('week', new Date(2026, 10, 21)), now)).toBe('between');
  });
});
