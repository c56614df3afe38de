import type { Work } from '@clearance/contract';
import { useEffect, useSyncExternalStore } from 'react';
import { api } from './http.ts';
import { useCan } from './me.ts';
import { outdated } from './outdated.ts';
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
  if (before?.state !== news.state && (before || news.state !== 'running')) {
    void outdated(queryClient);
  }
}

const settled = (work: Work, now: number) =>
  work.state === 'cancelled' && (!work.mayResume || now - Date.parse(work.updatedAt) > 86_400_000);

/** What runs, what waits for somebody, what stopped, and what somebody ended within a day and can resume. */
async function load() {
  for (const state of ['running', 'waiting', 'failed', 'cancelled']) {
    const query = new URLSearchParams({
      filter: JSON.stringify({ state }),
      sort: '["updatedAt","DESC"]',
      range: '[0,19]',
    });
    const found = await api.get<Work[]>(`/work?${query.toString()}`);
    for (const work of found) if (!settled(work, Date.now())) publish(withNews(jobs, work));
  }
}

/** Follows the county's jobs while somebody is signed in: what runs now, then every change as it is pushed. */
export function useWorkFeed(): void {
  const allowed = useCan('read work');
  useEffect(() => {
    if (!allowed) return undefined;
    const source = new EventSource('/api/events');
    source.addEventListener('work', (event: MessageEvent<string>) => take(JSON.parse(event.data) as Work));
    // The session is over, by suspension or a change of roles as well: asking says so to the whole page.
    source.addEventListener('ended', () => {
      source.close();
      void api.get('/me').catch(() => undefined);
    });
    // Opens again by itself after a break: what was missed meanwhile is read. Without an answer the next notice tells.
    source.addEventListener('open', () => {
      void load().catch(() => undefined);
      void outdated(queryClient);
    });
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
