import { readRefusal, unreachable } from '../../providers/refusal.ts';
import { noteRequest } from '../../providers/session.ts';
import { sizeOf } from './dropped.ts';

/** What the API answers: the import, and whether the county had these very files already. */
export interface ImportAnswer {
  readonly id: string;
  readonly same: boolean;
}

export interface Sending {
  /** Rejects with a RefusalError, or with an AbortError after `cancel`. */
  readonly answer: Promise<ImportAnswer>;
  readonly cancel: () => void;
}

/**
 * Sends the files of a delivery to `POST /api/imports`, each as a part `file`. By XMLHttpRequest, because fetch does not tell how much of
 * a request has left.
 * @param onSent bytes of the files that have left, the last time with their whole size
 */
export function sendFiles(files: readonly File[], onSent: (bytes: number) => void): Sending {
  const size = sizeOf(files);
  const request = new XMLHttpRequest();
  const answer = new Promise<ImportAnswer>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, size)));
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299) {
        reject(readRefusal(request.status, request.responseText));
        return;
      }
      noteRequest(Date.now());
      resolve(JSON.parse(request.responseText) as ImportAnswer);
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('timeout', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
  });
  const body = new FormData();
  for (const file of files) body.append('file', file);
  request.open('POST', '/api/imports');
  request.setRequestHeader('Accept', 'application/json');
  request.send(body);
  return { answer, cancel: () => request.abort() };
}
