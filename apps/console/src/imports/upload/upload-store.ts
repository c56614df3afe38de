import { useSyncExternalStore } from 'react';
import { RefusalError } from '../../providers/refusal.ts';
import { endSession, meansSignedOut } from '../../providers/session.ts';
import { sizeOf } from './dropped.ts';
import { lookAtHeads } from './look-at-head.ts';
import { sendFiles, type ImportAnswer, type Sending } from './send-file.ts';
import { troubleOf, UnreadableFileError, type Trouble } from './trouble.ts';

/** The one upload of this tab. It goes on while its person looks at other pages, and survives a new sign-in. */
export type Upload = { readonly by: string; readonly files: readonly File[] } & (
  | { readonly step: 'chosen' }
  | { readonly step: 'sending'; readonly sent: number }
  | { readonly step: 'stopped'; readonly trouble: Trouble }
  | { readonly step: 'answered'; readonly answer: ImportAnswer }
);

let upload: Upload | undefined;
let sending: Sending | undefined;
const listeners = new Set<() => void>();

function publish(next: Upload | undefined) {
  upload = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The upload of the person signed in; what somebody else had chosen before is not theirs to see. */
export function useUpload(memberId: string | undefined): Upload | undefined {
  const current = useSyncExternalStore(subscribe, () => upload);
  return current?.by === memberId ? current : undefined;
}

/** Takes the files of a delivery without sending them yet. */
export function chooseFiles(files: readonly File[], by: string): void {
  sending?.cancel();
  publish({ step: 'chosen', by, files });
}

/** Forgets the chosen files. */
export const forgetUpload = (): void => publish(undefined);

/** Stops the sending; the files stay chosen. */
export const stopUpload = (): void => sending?.cancel();

const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

/** A file that was moved or changed after it was chosen fails like a broken line: reading a byte tells which it was. */
const stillReadable = (files: readonly File[]) =>
  Promise.all(files.map((file) => file.slice(0, 1).arrayBuffer())).then(
    () => true,
    () => false,
  );

/** Sends the chosen files, the first time or again. Never rejects: the outcome is in the store. */
export async function startUpload(): Promise<void> {
  if (!upload || upload.step === 'sending') return;
  const { by, files } = upload;
  let sent = 0;
  const isCurrent = () => upload?.files === files && upload.by === by;
  publish({ step: 'sending', by, files, sent });
  window.addEventListener('beforeunload', askBeforeLeaving);
  let mine: Sending | undefined;
  try {
    await lookAtHeads(files);
    // Somebody chose another file meanwhile.
    if (!isCurrent()) return;
    mine = sendFiles(files, (bytes) => {
      sent = bytes;
      if (isCurrent()) publish({ step: 'sending', by, files, sent });
    });
    sending = mine;
    const answer = await mine.answer;
    if (isCurrent()) publish({ step: 'answered', by, files, answer });
  } catch (error) {
    const lost = error instanceof RefusalError && error.code === 'unreachable' && !(await stillReadable(files));
    const trouble = troubleOf(lost ? new UnreadableFileError() : error, { sent, size: sizeOf(files) });
    if (isCurrent()) publish({ step: 'stopped', by, files, trouble });
    if (error instanceof RefusalError && meansSignedOut(error)) endSession(error.message);
  } finally {
    if (mine && sending === mine) sending = undefined;
    window.removeEventListener('beforeunload', askBeforeLeaving);
  }
}
