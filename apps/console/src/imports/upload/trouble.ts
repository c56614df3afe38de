import { RefusalError, sentence } from '../../providers/refusal.ts';
import { bytes } from '../../ui/format.ts';

/** Why a file was not imported: what happened, what was kept, what to do. */
export interface Trouble {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
  /** Whether the very same files may be taken another time; not where only another file helps. */
  readonly mayResend: boolean;
  /** Another import stands in the way: what its link says, and the path of its page. */
  /** The first line of the file that shows it. */
  readonly shown?: { readonly line: number; readonly text: string };
  readonly blocked?: { readonly says: string; readonly to: string };
  /** For a report, where the server failed. */
  readonly requestId?: string;
}

/** How far the sending had come, in bytes. */
export interface Sent {
  readonly sent: number;
  readonly size: number;
}

/** The browser could not read the file any more. */
export class UnreadableFileError extends Error {}

const nothing = 'Nothing was imported and nothing was kept.';
const again = 'Send it again.';
const sized = (value: string | number | undefined, otherwise: string) =>
  value === undefined ? otherwise : typeof value === 'number' ? bytes(value) : value;
const blockedBy = ({ id }: RefusalError['details'], says: string): Pick<Trouble, 'blocked'> =>
  id === undefined ? {} : { blocked: { says, to: `/imports/${id}/show` } };
const shownIn = ({ line, text }: RefusalError['details']): Pick<Trouble, 'shown'> =>
  typeof line === 'number' && typeof text === 'string' ? { shown: { line, text } } : {};
const soFar = ({ sent, size }: Sent) => (sent > 0 ? ` after ${bytes(sent)} of ${bytes(size)}` : '');

/** What helps against the damage that programs do to a file; otherwise the file as it came is the right one. */
function adviceOn(problem: string): string {
  if (/spreadsheet|semicolons|tabs|vertical bars|apostrophe|extra commas/.test(problem)) {
    return 'A spreadsheet saved this file. Choose the file as the state sent it, without opening it in a spreadsheet first.';
  }
  return 'Choose the file as the state sent it: text with 95 columns, usually named *.dat.';
}

const troubles: Readonly<
  Record<string, (error: RefusalError, sent: Sent) => Pick<Trouble, 'what' | 'todo' | 'blocked' | 'shown'>>
> = {
  empty_file: () => ({
    what: 'The file is empty: it has no bytes.',
    todo: 'Look at the file where you have it from, or choose another one.',
  }),
  wrong_file_type: ({ details }) => ({
    what: `This is not a criminal-history file (${String(details['problem'] ?? 'its columns are not those of the state’s file')}).`,
    todo: adviceOn(String(details['problem'] ?? '')),
    ...shownIn(details),
  }),
  same_file_twice: ({ details }) => ({
    what: `${String(details['first'] ?? 'One file')} and ${String(details['second'] ?? 'another one')} are the same file.`,
    todo: 'Choose each file of the delivery once.',
  }),
  upload_missing: () => ({ what: 'The file did not arrive with the request.', todo: again }),
  upload_cut: ({ details }, sent) => ({
    what: `The upload broke off after ${sized(details['received'], bytes(sent.sent))}.`,
    todo: 'Send it again. If it breaks off again, use a cable instead of wireless.',
  }),
  upload_too_large: ({ details }, { size }) => ({
    what: `The file has ${bytes(size)}; this installation accepts ${sized(details['limit'], 'less')}.`,
    todo: 'Ask the operator of the installation to accept larger files, then send it again.',
  }),
  not_signed_in: (_, sent) => ({
    what: `Your session ended while the file was being sent${soFar(sent)}.`,
    todo: 'Once you are signed in again, send it again: the file is still chosen.',
  }),
  import_running: ({ details }) => ({
    what: 'Another file of this county is being imported.',
    todo: 'Wait until that one is done, then send this one again.',
    ...blockedBy(details, 'See how far it is'),
  }),
  import_waiting: ({ details }) => ({
    what: `${String(details['file'] ?? 'Another file')} waits for an answer.`,
    todo: 'Confirm it or cancel it first, then send this one again.',
    ...blockedBy(details, 'Go to its question'),
  }),
  import_stopped: ({ details }) => ({
    what: `The import of ${String(details['file'] ?? 'another file')} stopped before its end.`,
    todo: 'Resume it or cancel it first, then send this one again.',
    ...blockedBy(details, 'See why it stopped'),
  }),
  unreachable: (_, sent) => ({
    what: `The connection to the server broke off${soFar(sent)}.`,
    todo: 'Check the network connection, then send it again.',
  }),
  internal: () => ({
    what: 'Something failed on the server.',
    todo: 'Send it again. If it fails again, report it with the request under the technical details.',
  }),
};

/** Refusals that the same files would meet again. */
const ONLY_ANOTHER_FILE: readonly string[] = ['empty_file', 'wrong_file_type', 'same_file_twice', 'upload_too_large'];

/**
 * What to say beside the drop zone.
 * @param error what `sendFile` rejected with
 */
export function troubleOf(error: unknown, sent: Sent): Trouble {
  if (error instanceof DOMException && error.name === 'AbortError') {
    return {
      what: `You stopped the upload${soFar(sent)}.`,
      kept: nothing,
      todo: 'Send it again when you are ready.',
      mayResend: true,
    };
  }
  if (error instanceof UnreadableFileError) {
    return {
      what: 'The file cannot be read any more: it was moved, changed, or another program holds it.',
      kept: nothing,
      todo: 'Close it in other programs and choose it again.',
      mayResend: false,
    };
  }
  if (!(error instanceof RefusalError)) return { what: sentence(error), kept: nothing, todo: again, mayResend: true };
  const code = error.status === 413 ? 'upload_too_large' : error.code;
  const told = troubles[code]?.(error, sent) ?? { what: error.message, todo: again };
  const mayResend = !ONLY_ANOTHER_FILE.includes(code);
  return {
    ...told,
    kept: nothing,
    mayResend,
    ...(error.status >= 500 && error.requestId ? { requestId: error.requestId } : {}),
  };
}
