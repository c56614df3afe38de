import { describe, expect, it } from 'vitest';
import { capital, pastOf, plainWords, withArticle } from './past-tense.ts';

describe('the past of a verb', () => {
  it.each([
    ['approve', 'approved'],
    ['record', 'recorded'],
    ['cancel', 'cancelled'],
    ['submit', 'submitted'],
    ['verify', 'verified'],
    ['destroy', 'destroyed'],
    ['stop', 'stopped'],
    ['open', 'opened'],
    ['view', 'viewed'],
    ['load', 'loaded'],
    ['start', 'started'],
    ['withdraw', 'withdrew'],
    ['read', 'read'],
  ])('turns %s into %s', (verb, past) => expect(pastOf(verb)).toBe(past));
});

describe('words of a code', () => {
  it('takes codes apart however they are joined', () => {
    expect(['bulk_review', 'bulkReview', 'bulk-review', 'bulk.review'].map(plainWords)).toEqual(
      Array.from({ length: 4 }, () => 'bulk review'),
    );
  });
  it('chooses the article by the first sound', () => {
    expect([withArticle('order'), withArticle('file'), withArticle('user')]).toEqual(['an order', 'a file', 'a user']);
  });
  it('begins a sentence with a capital', () => expect(capital('signed in')).toBe('Signed in'));
});
