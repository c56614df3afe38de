import type { NextFunction, Response } from 'express';
import { sentenceOf, type ErrorCode } from '@clearance/contract';
import { Refused } from '../refused.ts';
import type { ClearanceRequest } from './permission.ts';

/** Values inside values. What checks, stores or answers a body follows it down, and no stack is endless. */
export const MOST_LEVELS = 200;
/** Everything but an upload is small, and is here at once. */
const SMALL_BODY_MS = 60_000;

/** Refuses a body that is deeper than anything the API takes, before anybody follows it down. */
export function shallow(request: ClearanceRequest, _response: Response, next: NextFunction): void {
  next(isDeep(request.body) ? new Refused('too_deep', { most: MOST_LEVELS }) : undefined);
}

/** Whether a value has more than so many levels; without recursion. */
export function isDeep(value: unknown, most = MOST_LEVELS): boolean {
  let layer: unknown[] = [value];
  for (let level = 0; layer.length > 0; level += 1) {
    if (level > most) return true;
    layer = layer.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/**
 * Ends a request whose body does not come. An upload may take as long as it needs while it makes progress, and is ended
 * when nothing of it came for `idleMs`; every other body must be whole after a minute. Node's own limit of five minutes
 * for a whole request has to be off.
 */
export function bodyInTime(idleMs: number) {
  return (request: ClearanceRequest, response: Response, next: NextFunction): void => {
    const isUpload = /^multipart\//i.test(request.headers['content-type'] ?? '');
    let came = request.socket.bytesRead;
    // What waits here to be read was sent in time: then it is we who are slow.
    const isWaiting = () => request.socket.bytesRead === came && request.readableLength === 0;
    const watch = setInterval(
      () => {
        if (request.complete) return clearInterval(watch);
        if (isUpload && !isWaiting()) return void (came = request.socket.bytesRead);
        clearInterval(watch);
        end(request, response, isUpload ? 'upload_idle' : 'request_idle', idleMs);
      },
      isUpload ? idleMs : SMALL_BODY_MS,
    ).unref();
    const done = () => clearInterval(watch);
    request.once('end', done).once('close', done);
    next();
  };
}

function end(request: ClearanceRequest, response: Response, code: ErrorCode, idleMs: number): void {
  const details = { seconds: Math.round(idleMs / 1_000) };
  if (response.headersSent) return void request.destroy();
  response.once('finish', () => request.destroy());
  response
    .status(408)
    .set('Connection', 'close')
    .json({ code, message: sentenceOf(code, details), requestId: request.requestId, details });
}
