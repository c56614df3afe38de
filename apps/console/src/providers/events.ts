import type { Work } from '@clearance/contract';
import { useEffect, useSyncExternalStore } from 'react';
import { api } from './http.ts';
import { useCan } from './me.ts';
import { queryClient } from './query-client.ts';
import { withNews } from './with-news.ts';

let jobs: readonly Work[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly Work[]) {
  jobs = next;
  for (const listener of listeners) listener();
}

const goingOn = (work: Work) => work.state === 'running' || work.state === 'waiting';

function take(news: Work) {
  const before = jobs.find(({ id }) => id === news.id);
  publish(withNews(jobs, news));
  // What a job did shows where its results are looked at.
  if (before?.state !== news.state && news.state !== 'running') {
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  }
}

async function load() {
  for (const state of ['running', 'waiting']) {
    const query = new URLSearchParams({ filter: JSON.stringify({ state }), range: '[0,49]' });
    for (const work of await api.get<Work[]>(`/work?${query.toString()}`)) publish(withNews(jobs, work));
  }
}

/** Follows the county's jobs while somebody is signed in: what runs now, then every change as it is pushed. */
export function useWorkFeed(): void {
  const allowed = useCan('read work');
  useEffect(() => {
    if (!allowed) return undefined;
    const source = new EventSource('/api/events');
    source.addEventListener('work', (event: MessageEvent<string>) => take(JSON.parse(event.data) as Work));
    // Opens again by itself after a break: what was missed meanwhile is read.
    source.addEventListener('open', () => void load().catch(() => undefined));
    return () => {
      source.close();
      publish([]);
    };
  }, [allowed]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Every job that this page knows of: those going on, and those that ended while it was open. Newest first. */
export const useWork = (): readonly Work[] => useSyncExternalStore(subscribe, () => jobs);

/** The jobs that still go on, or wait for somebody. */
export const useOpenWork = (): readonly Work[] => useWork().filter(goingOn);

/** The job of one import, evaluation, bulk review or export, if it is known. */
export const useWorkOn = (subjectId: string | undefined): Work | undefined =>
  useWork().find((work) => work.subjectId === subjectId);

/** Takes a job that ended out of the tray. */
export const dismissWork = (id: string): void => publish(jobs.filter((work) => work.id !== id));
