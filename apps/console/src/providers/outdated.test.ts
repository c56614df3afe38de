import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { outdated } from './outdated.ts';

/** A page that shows one thing, and the server, whose answers come when they are let go. */
function page(key: string) {
  const cache = new QueryClient();
  const answers: ((answer: string) => void)[] = [];
  const queryFn = () => new Promise<string>((answer) => answers.push(answer));
  const observer = new QueryObserver(cache, { queryKey: [key], queryFn });
  observer.subscribe(() => undefined);
  const answered = async (at: number, answer: string) => {
    answers[at]?.(answer);
    await expect.poll(() => cache.getQueryData([key])).toBe(answer);
  };
  return { cache, answers, answered };
}

it('asks again for what is shown', async () => {
  const { cache, answers, answered } = page('api');
  await answered(0, 'before');
  void outdated(cache);
  expect(answers.length).toBe(2);
  await answered(1, 'after');
});

it('asks again for a first answer that was on its way', async () => {
  const { cache, answers, answered } = page('api');
  void outdated(cache);
  expect(answers.length).toBe(1);
  await answered(0, 'before');
  await expect.poll(() => answers.length).toBe(2);
  await answered(1, 'after');
});

it('does not ask who one is', async () => {
  const { cache, answers, answered } = page('me');
  void outdated(cache);
  await answered(0, 'me');
  await outdated(cache);
  expect(answers.length).toBe(1);
});
