import { useEffect, useRef, useSyncExternalStore } from 'react';

/** One key of a page, and what it does in words for the list under `?`. */
export interface Shortcut {
  /** As `KeyboardEvent.key` gives it: `j`, `Enter`, `Escape`, `?`. */
  readonly key: string;
  readonly says: string;
  readonly run: () => void;
  /** Moving on goes on while the key is held; nothing else does, least of all a decision. */
  readonly repeats?: boolean;
}

let active: readonly (readonly Shortcut[])[] = [];
const listeners = new Set<() => void>();
const publish = (next: typeof active) => {
  active = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
/** Enter and Space belong to what has the focus. */
const pressing = (event: KeyboardEvent) =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof HTMLElement &&
  event.target.closest('a, button, [role="button"], [role="menuitem"], [role="option"], summary') !== null;
const dialogOpen = () =>
  document.querySelector('[role="dialog"][aria-modal="true"], [role="presentation"] [role="dialog"], [role="menu"]') !==
  null;

/**
 * Keys of a page while it is shown. They rest while somebody types, in open dialogs and menus, and with Ctrl, Alt or
 * Cmd held. `enabled: false` takes them away, also from the list under `?`.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], enabled = true): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  const names = shortcuts.map(({ key, says }) => `${key} ${says}`).join('\n');
  useEffect(() => {
    if (!enabled) return undefined;
    const mine = current.current;
    publish([...active, mine]);
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (typing(event.target) || pressing(event) || dialogOpen()) return;
      const found = current.current.find(({ key }) => key === event.key);
      if (!found) return;
      event.preventDefault();
      if (!event.repeat || found.repeats) found.run();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      publish(active.filter((set) => set !== mine));
    };
  }, [enabled, names]);
}

/** Every key that works on the page as it is now. */
export const useActiveShortcuts = (): readonly Shortcut[] => useSyncExternalStore(subscribe, () => active).flat();
