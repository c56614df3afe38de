import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { Refused, type ClearanceRequest } from '@clearance/platform';
import { JoinedFiles, type Sent } from './joined-files.ts';

/** The files of a delivery as they arrive, one behind the other. */
export interface Upload {
  /** Destroyed with the refusal when the request breaks off. */
  readonly bytes: Readable;
  /** Resolves when the request has ended as it should; only then may its files count. */
  readonly whole: Promise<Sent>;
}

/** More files than this are no delivery. */
const MOST_FILES = 200;

const readable = (bytes: number) =>
  bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/** Hands the files of a multipart request on while they are still arriving, and answers what `take` answers. */
export function withUpload<T>(request: ClearanceRequest, take: (upload: Upload) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const parser = parserOf(request);
    if (!parser) return reject(new Refused('upload_missing'));
    const whole = Promise.withResolvers<Sent>();
    // It is awaited by whoever takes the files; where nobody does, its failure is told by `fail`.
    whole.promise.catch(() => undefined);
    let joined: JoinedFiles | undefined;
    let refusal: Refused | undefined;
    let ended = false;
    const fail = (error: unknown) => {
      const why = error instanceof Error ? error : new Error('upload failed');
      whole.reject(why);
      joined?.destroy(why);
      request.unpipe(parser);
      // What is still on its way is read and thrown away, so that the answer reaches the browser.
      request.resume();
      reject(why);
    };
    // A browser that goes away after its last byte has sent everything; whether it counts is decided without it. Where
    // whoever takes the files has had enough, that is why they end.
    const cut = () => {
      if (ended) return;
      fail(joined?.bytes.errored ?? new Refused('upload_cut', { received: readable(joined?.received ?? 0) }));
    };
    parser.on('file', (_field, bytes, { filename }) => {
      bytes.once('error', cut);
      const first = !joined;
      joined ??= new JoinedFiles();
      joined.add(filename || 'file.dat', bytes);
      if (first) take({ bytes: joined.bytes, whole: whole.promise }).then(resolve, fail);
    });
    parser.once('filesLimit', () => {
      refusal = new Refused('invalid', { problem: `more than ${MOST_FILES} files at a time` });
    });
    parser.once('error', cut);
    request.once('aborted', cut);
    parser.once('close', () => {
      if (!joined) refusal = new Refused('upload_missing');
      if (refusal) return fail(refusal);
      ended = true;
      joined?.end().then(whole.resolve, fail);
    });
    request.pipe(parser);
  });
}

function parserOf(request: ClearanceRequest): busboy.Busboy | undefined {
  try {
    const limits = { files: MOST_FILES, fields: 10, parts: MOST_FILES + 10 };
    return busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
  } catch {
    return undefined;
  }
}
