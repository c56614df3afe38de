import { expect, test } from 'vitest';
import { answerWords, lackingIn } from './letter-words.ts';

const sender = { office: 'District Attorney', address: '1 Main Street\nAlturas', contact: '530 555 0100', by: 'Ana' };
const nobody = { office: '', address: '', contact: '', by: 'Ana' };
const reference = 'FR-1A2B3C4D';

test('says where to answer and what to quote', () => {
  expect(answerWords({ reference, sender })).toBe(
    'Please answer to 1 Main Street, Alturas, or 530 555 0100, and quote FR-1A2B3C4D.',
  );
  expect(answerWords({ reference, sender: nobody })).toBe('Please quote FR-1A2B3C4D in your answer.');
});

test('says what the settings lack', () => {
  expect(lackingIn({ reference, sender })).toEqual([]);
  expect(lackingIn({ reference, sender: nobody })).toHaveLength(3);
  expect(lackingIn({ reference, sender: { ...sender, contact: '' } })).toEqual([
    'a telephone number or mail address for the answer',
  ]);
});
