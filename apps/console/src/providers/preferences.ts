import { localStorageStore, memoryStore, type Store } from 'react-admin';

/** What is remembered on this computer from one session to the next: how things look, never what was looked at. */
const remembered = [/^theme$/, /^density$/, /^tray/, /^preferences\./, /columns$/i];
const isRemembered = (key: string) => remembered.some((pattern) => pattern.test(key));

/**
 * react-admin's store in two halves: preferences in the browser's storage, and everything else (filters, which may
 * hold case numbers) in memory, forgotten at sign-out.
 */
export function preferenceStore(): Store {
  const lasting = localStorageStore('1', 'clearance');
  const passing = memoryStore();
  const of = (key: string) => (isRemembered(key) ? lasting : passing);
  return {
    setup: () => {
      lasting.setup();
      passing.setup();
    },
    teardown: () => {
      lasting.teardown();
      passing.teardown();
    },
    getItem: (key, fallback) => of(key).getItem(key, fallback),
    setItem: (key, value) => of(key).setItem(key, value),
    removeItem: (key) => of(key).removeItem(key),
    removeItems: (prefix) => passing.removeItems(prefix),
    listItems: (prefix) => ({ ...lasting.listItems?.(prefix), ...passing.listItems?.(prefix) }),
    reset: () => passing.reset(),
    subscribe: (key, callback) => of(key).subscribe(key, callback),
  };
}
