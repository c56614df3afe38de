import { Transform, type Readable } from 'node:stream';
import busboy from 'busboy';
import { Refused, type ClearanceRequest } from '@clearance/platform';

/** A file as it arrives. */
export interface Upload {
  readonly fileName: string;
  /** Destroyed with the refusal when the request breaks off. */
  readonly bytes: Readable;
  /** Resolves when the request has ended as it should, with this one file in it; only then may the file count. */
  readonly whole: Promise<void>;
}

const readable = (bytes: number) =>
  bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/** Hands the one file of a multipart request on while it is still arriving, and answers what `take` answers. */
export function withUpload<T>(request: ClearanceRequest, take: (upload: Upload) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const parser = parserOf(request);
    if (!parser) return reject(new Refused('upload_missing'));
    let received = 0;
    let refusal: Refused | undefined;
    let counted: Transform | undefined;
    let ended = false;
    const whole = Promise.withResolvers<void>();
    // It is awaited by whoever takes the file; where nobody does, its failure is told by `fail`.
    whole.promise.catch(() => undefined);
    const fail = (error: unknown) => {
      const why = error instanceof Error ? error : new Error('upload failed');
      whole.reject(why);
      counted?.destroy(why);
      request.unpipe(parser);
      // What is still on its way is read and thrown away, so that the answer reaches the browser.
      request.resume();
      reject(why);
    };
    // A browser that goes away after its last byte has sent everything; whether it counts is decided without it.
    const cut = () => (ended ? undefined : fail(new Refused('upload_cut', { received: readable(received) })));
    parser.on('file', (_field, bytes, { filename }) => {
      if (counted) {
        refusal = new Refused('invalid', { problem: 'one file at a time' });
        bytes.resume();
        return;
      }
      // A transform and no listener: a listener would let the bytes flow before somebody reads them, and lose them.
      counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          received += chunk.length;
          done(null, chunk);
        },
      });
      counted.once('error', () => undefined);
      bytes.once('error', cut);
      bytes.pipe(counted);
      take({ fileName: filename || 'file.dat', bytes: counted, whole: whole.promise }).then(resolve, fail);
    });
    parser.once('error', cut);
    request.once('aborted', cut);
    parser.once('close', () => {
      if (!counted) refusal = new Refused('upload_missing');
      if (refusal) return fail(refusal);
      ended = true;
      whole.resolve();
    });
    request.pipe(parser);
  });
}

function parserOf(request: ClearanceRequest): busboy.Busboy | undefined {
  try {
    return busboy({ headers: request.headers, limits: { files: 2, fields: 10, parts: 12 }, defParamCharset: 'utf8' });
  } catch {
    return undefined;
  }
}
