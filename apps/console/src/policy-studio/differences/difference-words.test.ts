import { describe, expect, it } from 'vitest';
import { fieldsSaid, fieldValue, partTitle, statutesOf, summaryOf, type Part } from './difference-words.ts';

const part = (more: Partial<Part>): Part => ({
  part: 'rule',
  id: 'x',
  change: 'changed',
  before: 'Dismiss when the person is 50 or older.',
  after: 'Dismiss when the person is 45 or older.',
  placeBefore: 3,
  placeAfter: 3,
  fields: [],
  ...more,
});
const field = (name: string, before: string, after: string) => ({ field: name, before, after });

describe('what changed between two policies', () => {
  it('is headed by its place, and where it was before', () => {
    expect(partTitle(part({}))).toBe('Rule 3');
    expect(partTitle(part({ placeAfter: 1 }))).toBe('Rule 1, before it was number 3');
    expect(partTitle(part({ placeAfter: null, after: null }))).toBe('Rule that was number 3');
    expect(partTitle(part({ placeBefore: null, before: null }))).toBe('Rule 3');
    expect(partTitle(part({ part: 'list', after: 'cannabis offenses: 12 statutes' }))).toBe('List: cannabis offenses');
  });

  it('names the statutes that came into a list and went out of it', () => {
    const list = part({
      part: 'list',
      fields: [
        field('title', 'a', 'b'),
        field('statute', 'HS 1', ''),
        field('statute', '', 'HS 2'),
        field('pair', '', 'P'),
      ],
    });
    expect(statutesOf(list)).toEqual({ added: ['HS 2', 'P'], removed: ['HS 1'] });
    expect(fieldsSaid(list).map(({ field: name }) => name)).toEqual(['title']);
    expect(statutesOf(part({ fields: [field('statute', 'x', '')] }))).toEqual({ added: [], removed: [] });
  });

  it('leaves out what the sentences say already and what only machines read', () => {
    const fields = [field('condition', 'a', 'b'), field('citation', 'c', 'd')];
    expect(fieldsSaid(part({ fields }))).toEqual([fields[1]]);
    expect(fieldsSaid(part({ part: 'about', fields: [field('version', '1', '2')] }))).toEqual([]);
  });

  it('says of a part that is gone only that it is, and of a rule the reason that it gave', () => {
    const fields = [field('title', 'Cannabis', ''), field('citation', 'HS 11361.9', '')];
    expect(fieldsSaid(part({ part: 'list', change: 'removed', fields }))).toEqual([]);
    expect(fieldsSaid(part({ change: 'removed', fields }))).toEqual([fields[0]]);
    expect(fieldsSaid(part({ part: 'list', fields }))).toEqual(fields);
  });

  it('writes dates and blanks for people', () => {
    expect(fieldValue('2016-11-09')).toBe('Nov 9, 2016');
    expect(fieldValue('')).toBe('(nothing)');
    expect(fieldValue('HS 11361.9')).toBe('HS 11361.9');
  });

  it('is summed up in a sentence', () => {
    expect(summaryOf([])).toBe('Both say the same.');
    expect(
      summaryOf([part({}), part({}), part({ change: 'added' }), part({ part: 'list' }), part({ part: 'about' })]),
    ).toBe('1 rule added; 2 rules changed; 1 list changed; changed: about the policy.');
  });
});
