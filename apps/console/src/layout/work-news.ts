import type { Work } from '@clearance/contract';

const says: Readonly<Record<Work['state'], (title: string) => string>> = {
  running: (title) => `Started: ${title}`,
  waiting: (title) => `Waits for somebody: ${title}`,
  done: (title) => `Done: ${title}`,
  failed: (title) => `Failed: ${title}`,
  cancelled: (title) => `Cancelled: ${title}`,
  overtaken: (title) => `Something newer took its place: ${title}`,
};

/** What is read aloud: the job that changed last. Progress alone changes nothing of it, so it is not read out. */
export function workNews(work: readonly Work[]): string {
  const last = work.reduce<Work | undefined>((a, b) => {
    const ended = (item: Work) => item.finishedAt ?? item.createdAt;
    return a === undefined || ended(b) > ended(a) ? b : a;
  }, undefined);
  return last ? says[last.state](last.title) : '';
}
