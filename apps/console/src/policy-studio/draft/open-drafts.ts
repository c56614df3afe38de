import type { DraftRow } from '@clearance/contract';
import { api } from '../../providers/http.ts';
import { queryClient } from '../../providers/query-client.ts';
import type { Policy } from '../model/policy.ts';
import { Saver, type SaveState } from './saver.ts';

export const draftPath = (id: string): string => `/policy-drafts/${encodeURIComponent(id)}`;

/** A draft that is being written: its saver outlives the page, so that leaving loses nothing. */
export interface OpenDraft {
  readonly saver: Saver<Policy>;
  state: SaveState;
  readonly listeners: Set<() => void>;
}

const open = new Map<string, OpenDraft>();

/**
 * The draft of one person as it is being written; begun from `row` unless something of it is still unsaved.
 * @param member whose changes they are: nobody else who signs in here may send them
 */
export function openDraft(member: string, row: DraftRow): OpenDraft {
  const key = `${member} ${row.id}`;
  const known = open.get(key);
  if (known && (!known.saver.isSettled || known.saver.version >= row.version)) return known;
  const listeners = new Set<() => void>();
  const saver = new Saver<Policy>(row.version, {
    send: async (version, body) => {
      try {
        const saved = await api.put<DraftRow>(draftPath(row.id), { version, body });
        queryClient.setQueryData(['api', draftPath(row.id)], saved);
        return saved;
      } catch (error) {
        void queryClient.invalidateQueries({ queryKey: ['api', draftPath(row.id)] });
        throw error;
      } finally {
        // The lists of drafts name each by its title.
        void queryClient.invalidateQueries({ queryKey: ['policy-drafts'] });
      }
    },
    tell: (state) => {
      made.state = state;
      for (const listener of listeners) listener();
    },
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const made: OpenDraft = { saver, state: { kind: 'saved', at: row.updatedAt }, listeners };
  open.set(key, made);
  return made;
}

/** Forgets what was written here and is not saved. */
export function forgetDraft(member: string, id: string): void {
  const key = `${member} ${id}`;
  open.get(key)?.saver.stop();
  open.delete(key);
}

/** Whether anything on this page is not on the server yet. */
export const isAnythingUnsaved = (): boolean => [...open.values()].some(({ saver }) => !saver.isSettled);
