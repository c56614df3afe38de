import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { savedAs } from '../file-name.ts';
import type { GivenDownload } from './given-out/made-files.ts';
import type { Release } from './given-out/release.ts';

/** The one file that may answer files: the linter refuses `StreamableFile` elsewhere, so each route says which kind its file is. */

interface Answered {
  readonly bytes: AsyncIterable<Buffer | string>;
  /** Under which it is saved. */
  readonly name: string;
  /** In bytes, where it is known. */
  readonly size?: number;
}

/** A file that names people, with the proof that its release is recorded. */
export const fileOfPeople = (_release: Release, file: GivenDownload): StreamableFile => answered(file, CSV);

/** A file in which no person with a record stands: figures, the audit log, the list of what was given out. */
export const fileOfNobody = (file: Answered, type = CSV): StreamableFile => answered(file, type);

const CSV = 'text/csv; charset=utf-8';

const answered = ({ bytes, name, size }: Answered, type: string): StreamableFile =>
  new StreamableFile(Readable.from(bytes, { objectMode: false }), {
    type,
    disposition: savedAs(name),
    ...(size === undefined ? {} : { length: size }),
  });

/** Asks for the first line at once, so that whoever is refused gets a refusal and not an empty file. */
export async function begun(lines: AsyncGenerator<string>): Promise<AsyncGenerator<string>> {
  const first = await lines.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* lines;
  })();
}
