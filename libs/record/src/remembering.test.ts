import { expect, it } from 'vitest';
import { remembering } from './remembering.ts';

const counting = (most: number) => {
  const asked: string[] = [];
  const read = remembering((text: string) => {
    asked.push(text);
    return { text };
  }, most);
  return { asked, read };
};

it('reads a text once while it is asked for', () => {
  const { asked, read } = counting(4);
  for (let turn = 0; turn < 50; turn += 1) {
    expect(read('often')).toEqual({ text: 'often' });
    expect(read(`once ${turn}`)).toEqual({ text: `once ${turn}` });
  }
  expect(asked.filter((text) => text === 'often')).toHaveLength(1);
});

it('forgets what was not asked for in a while, however many texts there were', () => {
  const { asked, read } = counting(4);
  read('first');
  for (let turn = 0; turn < 4; turn += 1) read(`other ${turn}`);
  read('first');
  expect(asked.filter((text) => text === 'first')).toHaveLength(2);
});

it('answers with a value that nobody can change', () => {
  expect(Object.isFrozen(counting(4).read('text'))).toBe(true);
});
