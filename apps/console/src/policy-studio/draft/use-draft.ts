import type { DraftRow } from '@clearance/contract';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../providers/me.ts';
import { begin, change, redo, undo, type History } from '../model/history.ts';
import type { Policy } from '../model/policy.ts';
import { isAnythingUnsaved, openDraft } from './open-drafts.ts';
import type { SaveState } from './saver.ts';

export interface Draft {
  readonly policy: Policy;
  readonly state: SaveState;
  /** Whether nothing was written here since it was opened. */
  readonly isUntouched: boolean;
  /** The version that the server has of what is written here. */
  readonly version: number;
  /** The next policy; `about` names the field that is typed in, so that typing on is one step back. */
  readonly change: (next: Policy, about?: string) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** Saves at once; answers whether everything is on the server. */
  readonly flush: () => Promise<boolean>;
}

/** A draft under the hands of one person: every change is kept, saved by itself, and can be taken back. */
export function useDraft(row: DraftRow): Draft {
  const member = useMe()?.memberId ?? '';
  const [draft] = useState(() => openDraft(member, row));
  const [history, setHistory] = useState(() => begin(draft.saver.unsaved ?? row.body));
  const state = useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        draft.listeners.add(listener);
        return () => draft.listeners.delete(listener);
      },
      [draft],
    ),
    () => draft.state,
  );
  useSaveOnLeaving(draft.saver);
  const take = (next: History<Policy>) => {
    if (next === history) return;
    setHistory(next);
    draft.saver.take(next.present);
  };
  return {
    policy: history.present,
    state,
    isUntouched: history.past.length === 0 && draft.saver.isSettled,
    version: draft.saver.version,
    change: (next, about) => take(change(history, next, about)),
    undo: history.past.length > 0 ? () => take(undo(history)) : undefined,
    redo: history.future.length > 0 ? () => take(redo(history)) : undefined,
    flush: () => draft.saver.flush(),
  };
}

/** Sends what waits when the page is left or hidden; the browser asks before it closes on unsaved work. */
function useSaveOnLeaving(saver: { flush: () => Promise<boolean> }): void {
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void saver.flush();
    };
    const onClose = (event: BeforeUnloadEvent) => {
      if (!isAnythingUnsaved()) return;
      void saver.flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('beforeunload', onClose);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('beforeunload', onClose);
      void saver.flush();
    };
  }, [saver]);
}
