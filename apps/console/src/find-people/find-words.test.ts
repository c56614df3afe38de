import { describe, expect, it } from 'vitest';
import { foundSentence, matchWord, problemOf, sharedFlags, standingWords } from './find-words.ts';

const people = (count: number) => Array.from<never>({ length: count });

describe('the words of a search', () => {
  it('say how many people were found, and by what', () => {
    expect(foundSentence({ kind: 'name', people: people(1), total: 1 })).toBe('1 person found. Searched by name.');
    expect(foundSentence({ kind: 'number', people: people(3), total: 3 })).toBe(
      '3 people found. Searched by case number.',
    );
  });

  it('ask for more where there are more people than are shown', () => {
    expect(foundSentence({ kind: 'name', people: people(50), total: 3_012 })).toMatch(
      /^3,012 people fit; the best 50 are shown\. Add another name/,
    );
  });

  it('tell a person who is only alike from one who is meant, and in what', () => {
    expect(matchWord('exact', 'name')).toBeUndefined();
    expect(matchWord('beginning', 'name')).toBeUndefined();
    expect(matchWord('similar', 'name')).toBe('Similar spelling');
    expect(matchWord('similar', 'number')).toBe('Similar number');
    expect(matchWord('similar', 'name_and_birth')).toBe('Possible match');
  });

  it.each(['', '  ', '%', '_%', '--'])('ask for something to search for instead of %j', (text) => {
    expect(problemOf(text)).toMatch(/^Type a name/);
  });

  it('leave everything with a letter or a digit to the search itself', () => {
    expect(['x', '7', 'Ñ', '李'].map(problemOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('count the convictions by where they stand', () => {
    expect(standingWords({ convictions: 3, states: { evaluated: 2, approved: 1 } })).toBe(
      '3 convictions: 2 to review, 1 approved',
    );
    expect(standingWords({ convictions: 0, states: {} })).toBe('No conviction that the policy looked at');
  });

  it('name a flag once beside the person where every conviction has it', () => {
    const [one, both] = [{ flags: ['deceased', 'plea_down'] }, { flags: ['deceased'] }];
    expect(sharedFlags([one, both])).toEqual(['deceased']);
    expect(sharedFlags([one])).toEqual(['deceased', 'plea_down']);
    expect(sharedFlags([])).toEqual([]);
  });
});
