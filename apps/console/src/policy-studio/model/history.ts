/** A value with what it was before and what was taken back. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was about: typing on in one field is one change. */
  readonly about: string | undefined;
}

const most = 100;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], about: undefined });

/**
 * The next value.
 * @param about the field that is typed in; absent for a change that is one step by itself
 */
export function change<T>(history: History<T>, next: T, about?: string): History<T> {
  if (next === history.present) return history;
  const typingOn = about !== undefined && about === history.about;
  const past = typingOn ? history.past : [...history.past, history.present].slice(-most);
  return { past, present: next, future: [], about };
}

/** One step back; the same when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], about: undefined };
}

/** One step forward again; the same when nothing was taken back. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, about: undefined };
}
