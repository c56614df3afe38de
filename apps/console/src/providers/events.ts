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

/** How often a page asks that cannot be told of every change. */
const ASK_EVERY_MS = 30_000;
let asking = false;

function setAsking(next: boolean) {
  asking = next;
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

/** Asks once what has moved. It does not count as use of the session, since nobody need be there. */
async function ask() {
  const query = new URLSearchParams({ sort: '["updatedAt","DESC"]', range: '[0,19]' });
  const headers = { Accept: 'application/json', 'X-Asked-By': 'page' };
  const answer = await fetch(`/api/work?${query.toString()}`, { headers });
  // The session is over: asking as a person says so to the whole page.
  if (answer.status === 401) await api.get('/me');
  if (!answer.ok) return;
  const found = (await answer.json()) as Work[];
  const known = new Set(jobs.map(({ id }) => id));
  for (const work of found.toReversed()) if (known.has(work.id) || goingOn(work)) take(work);
}

/**
 * Follows the county's jobs while somebody is signed in: what runs now, then every change as it is pushed. Where the
 * server cannot push to one more page it asks now and then, until it can.
 */
export function useWorkFeed(): void {
  const allowed = useCan('read work');
  useEffect(() => {
    if (!allowed) return undefined;
    let source: EventSource | undefined;
    let next: number | undefined;
    const follow = () => {
      const stream = new EventSource('/api/events');
      source = stream;
      stream.addEventListener('work', (event: MessageEvent<string>) => take(JSON.parse(event.data) as Work));
      // The session is over, by suspension or a change of roles as well: asking says so to the whole page.
      stream.addEventListener('ended', () => {
        stream.close();
        void api.get('/me').catch(() => undefined);
      });
      // Opens again by itself after a break: what was missed meanwhile is read. Without an answer the next notice tells.
      stream.addEventListener('open', () => {
        setAsking(false);
        void load().catch(() => undefined);
        void outdated(queryClient);
      });
      // Refused, as when too many pages are open: that is for good, so it is tried again from here.
      stream.addEventListener('error', () => {
        if (stream.readyState !== EventSource.CLOSED) return;
        const isFirst = !asking;
        setAsking(true);
        void (isFirst ? load() : ask()).catch(() => undefined);
        next = window.setTimeout(follow, ASK_EVERY_MS);
      });
    };
    follow();
    return () => {
      source?.close();
      window.clearTimeout(next);
      setAsking(false);
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

/** Whether this page asks now and then, since it cannot be told of every change. */
export const useAsking = (): boolean => useSyncExternalStore(subscribe, () => asking);

/** The jobs that still go on, or wait for somebody. */
export const useOpenWork = (): readonly Work[] => useWork().filter(goingOn);

/** The job of one import, evaluation, bulk review or export, if it is known. */
export const useWorkOn = (subjectId: string | undefined): Work | undefined =>
  useWork().find((work) => work.subjectId === subjectId);

/** Takes a job that ended out of the tray. */
export const dismissWork = (id: string): void => publish(jobs.filter((work) => work.id !== id));
