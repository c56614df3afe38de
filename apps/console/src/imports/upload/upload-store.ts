import { useSyncExternalStore } from 'react';
import { RefusalError } from '../../providers/refusal.ts';
import { endSession, meansSignedOut } from '../../providers/session.ts';
import { sendFile, type ImportAnswer, type Sending } from './send-file.ts';
import { troubleOf, UnreadableFileError, type Trouble } from './trouble.ts';

/** The one upload of this tab. It goes on while its person looks at other pages, and survives a new sign-in. */
export type Upload = { readonly by: string; readonly file: File } & (
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

/** Takes a file without sending it yet. */
export function chooseFile(file: File, by: string): void {
  sending?.cancel();
  publish({ step: 'chosen', by, file });
}

/** Forgets the chosen file. */
export const forgetUpload = (): void => publish(undefined);

/** Stops the sending; the file stays chosen. */
export const stopUpload = (): void => sending?.cancel();

const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault();

/** A file that was moved or changed after it was chosen fails like a broken line: reading a byte tells which it was. */
const stillReadable = (file: File) =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** Sends the chosen file, the first time or again. Never rejects: the outcome is in the store. */
export async function startUpload(): Promise<void> {
  if (!upload || upload.step === 'sending') return;
  const { by, file } = upload;
  let sent = 0;
  const isCurrent = () => upload?.file === file && upload.by === by;
  publish({ step: 'sending', by, file, sent });
  window.addEventListener('beforeunload', askBeforeLeaving);
  const mine = sendFile(file, (bytes) => {
    sent = bytes;
    if (isCurrent()) publish({ step: 'sending', by, file, sent });
  });
  sending = mine;
  try {
    const answer = await mine.answer;
    if (isCurrent()) publish({ step: 'answered', by, file, answer });
  } catch (error) {
    const lost = error instanceof RefusalError && error.code === 'unreachable' && !(await stillReadable(file));
    const trouble = troubleOf(lost ? new UnreadableFileError() : error, { sent, size: file.size });
    if (isCurrent()) publish({ step: 'stopped', by, file, trouble });
    if (error instanceof RefusalError && meansSignedOut(error)) endSession(error.message);
  } finally {
    if (sending === mine) sending = undefined;
    window.removeEventListener('beforeunload', askBeforeLeaving);
  }
}
