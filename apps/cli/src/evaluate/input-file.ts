import { open, type FileHandle } from 'node:fs/promises';
import {
  detectFile,
  DojReader,
  type Batch,
  type DetectedFile,
  type FileProblem,
  type PersonColumn,
} from '@clearance/record';

const CHUNK = 256 * 1024;
const FIRST = 64 * 1024;

/** A file that can be read as the state's. */
export interface InputFile {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly detected: DetectedFile;
}

/** A path where nothing can be read, or written, which is a mistake in the arguments. */
export class WrongPath extends Error {}

/**
 * Looks at a file's beginning.
 *
 * @throws WrongPath where there is no such file; Error where it is not the state's
 */
export async function openInput(path: string): Promise<InputFile> {
  const handle = await openForReading(path);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new WrongPath(`${path} is not a file`);
    const first = await readAt(handle, Buffer.allocUnsafe(Math.min(FIRST, stat.size)), 0);
    const detected = detectFile(first);
    if ('problem' in detected) throw new Error(`${path}: ${detected.detail}${shownWords(detected)}`);
    return { path, size: stat.size, detected };
  } finally {
    await handle.close();
  }
}

function shownWords({ shown }: FileProblem): string {
  return shown ? `. Line ${shown.line}: ${shown.text}` : '';
}

/**
 * The rows of a file, piece by piece; the next piece is read from the disk while one is worked on.
 *
 * @param linesBefore the lines of the delivery before this file, from which its own are counted on
 */
export async function* readBatches(
  input: InputFile,
  person: PersonColumn,
  linesBefore = 0,
): AsyncGenerator<Batch, void, undefined> {
  const reader = new DojReader({ ...input.detected, person, start: { offset: 0, line: linesBefore } });
  const handle = await openForReading(input.path);
  const buffers = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)] as const;
  try {
    let position = 0;
    let turn: 0 | 1 = 0;
    let next = readAt(handle, buffers[turn], position);
    for (;;) {
      const bytes = await next;
      position += bytes.length;
      turn = turn === 0 ? 1 : 0;
      next = readAt(handle, buffers[turn], position);
      if (bytes.length === 0) break;
      yield reader.push(bytes);
    }
    yield reader.end();
  } finally {
    await handle.close();
  }
}

export async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw new WrongPath(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Fills the buffer from there on as far as the file goes. */
export async function readAt(handle: FileHandle, buffer: Buffer, position: number): Promise<Uint8Array> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
