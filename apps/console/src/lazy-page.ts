import { lazy, type ComponentType } from 'react';

/** A page that is fetched when it is first opened: `lazyPage(() => import('./QueuePage.tsx'), 'QueuePage')`. */
export const lazyPage = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(async () => ({ default: (await load())[name] }));
