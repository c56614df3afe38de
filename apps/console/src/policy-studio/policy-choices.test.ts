import { expect, it } from 'vitest';
import { choicesOf } from './policy-choices.ts';

const check = (ok: boolean) => ({ ok, problems: [], sentences: [] });

it('names versions, drafts and presets, says which version is in force and which draft cannot be tried', () => {
  const choices = choicesOf(
    [
      { id: 'b', version: 2, title: 'Ours', status: 'published' },
      { id: 'a', version: 1, title: 'Ours', status: 'retired' },
    ],
    [
      { id: 'd', name: 'Ours, 45 and older', check: check(true) },
      { id: 'e', name: '', check: check(false) },
    ],
    [{ name: 'la-2020', title: 'Los Angeles, February 2020' }],
  );
  expect(choices.map(({ ref, label }) => `${ref} ${label}`)).toEqual([
    'policy:b Version 2, Ours (in force)',
    'policy:a Version 1, Ours',
    'draft:d Draft: Ours, 45 and older',
    'draft:e Draft: without a title (has problems to mend)',
    'preset:la-2020 Los Angeles, February 2020',
  ]);
  expect(choices.filter(({ isWhole }) => !isWhole).map(({ ref }) => ref)).toEqual(['draft:e']);
});
