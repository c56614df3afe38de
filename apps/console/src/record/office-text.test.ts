import { expect, it } from 'vitest';
import { officeText } from './office-text.ts';

it('writes the days of a sum as the office does, and leaves case numbers alone', () => {
  expect(officeText('born 1970-02-14 + 50 years = 2020-02-14, after as-of 2020-02-13')).toBe(
    'born Feb 14, 1970 + 50 years = Feb 14, 2020, after the as-of date Feb 13, 2020',
  );
  expect(officeText('ends between 2008-01-01 and 2009-01-31, not after as-of = 2020-02-13')).toBe(
    'ends between Jan 1, 2008 and Jan 31, 2009, not after the as-of date Feb 13, 2020',
  );
  expect(officeText('case 12005-01-011')).toBe('case 12005-01-011');
});
