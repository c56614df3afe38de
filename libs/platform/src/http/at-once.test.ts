import { expect, it } from 'vitest';
import { AtOnce } from './at-once.ts';

it('takes so many at once of each, and one more for each that has ended, however often that is said', () => {
  const uploads = new AtOnce(2, 'too_many_uploads');
  const [first] = [uploads.begin('a'), uploads.begin('a')];
  expect(() => uploads.begin('a')).toThrow(expect.objectContaining({ code: 'too_many_uploads', details: { most: 2 } }));
  uploads.begin('b');
  first?.();
  first?.();
  const third = uploads.begin('a');
  expect(() => uploads.begin('a')).toThrow();
  third();
  uploads.begin('a');
});
