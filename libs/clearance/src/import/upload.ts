import { Transform } from 'node:stream';
import busboy from 'busboy';
import { Refused, type ClearanceRequest } from '@clearance/platform';
import type { Upload } from './receive-file.ts';

const readable = (bytes: number) =>
  bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/**
 * Hands the one file of a multipart request on while it is still arriving. Resolves with what `take` answers, after the
 * request has ended as it should; a request that breaks off destroys the stream that `take` reads.
 */
export function withUpload<T>(request: ClearanceRequest, take: (upload: Upload) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let received = 0;
    let taken: Promise<T> | undefined;
    const cut = () => new Refused('upload_cut', { received: readable(received) });
    const parser = (() => {
      try {
        return busboy({ headers: request.headers, limits: { files: 1, fields: 0, parts: 1 }, defParamCharset: 'utf8' });
      } catch {
        return undefined;
      }
    })();
    if (!parser) return reject(new Refused('upload_missing'));
    const fail = (error: unknown) => {
      request.unpipe(parser);
      // What is still on its way is read and thrown away, so that the answer reaches the browser.
      request.resume();
      reject(error instanceof Error ? error : new Error('upload failed'));
    };
    parser.on('file', (_field, bytes, { filename }) => {
      // A transform and no listener: a listener would let the bytes flow before somebody reads them, and lose them.
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          received += chunk.length;
          done(null, chunk);
        },
      });
      bytes.pipe(counted);
      bytes.once('error', () => counted.destroy(cut()));
      request.once('aborted', () => counted.destroy(cut()));
      parser.once('error', () => counted.destroy(cut()));
      taken = take({ fileName: filename || 'file.dat', bytes: counted });
      taken.catch(fail);
    });
    parser.on('error', () => (taken ? undefined : fail(cut())));
    parser.on('close', () => {
      if (taken) taken.then(resolve, () => undefined);
      else fail(new Refused('upload_missing'));
    });
    request.pipe(parser);
  });
}
