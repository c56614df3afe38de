import { rmSync } from 'node:fs';
import { access, mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { WrongPath } from './input-file.ts';

const CHUNK = 1024 * 1024;
/** No character takes more bytes of UTF-8 for each of its UTF-16 units. */
const MOST_BYTES = 3;

/**
 * Answers whether there was none.
 *
 * @throws WrongPath where there can be no such folder
 */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    return (await mkdir(path, { recursive: true })) !== undefined;
  } catch (error) {
    throw new WrongPath(`${path} cannot be a folder: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws WrongPath where one of the files is there already */
export async function refuseExisting(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) throw new WrongPath(`${path} is there already; it is written over with --force only`);
  }
}

/** A file that comes to be under its name only when it is complete; until then it is `NAME.part`. */
export class OutputFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #free: Buffer[] = [];
  #current: Buffer = Buffer.allocUnsafeSlow(CHUNK);
  #used = 0;
  #full: Uint8Array[] = [];
  #writing: Promise<void> = Promise.resolve();
  #position = 0;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async create(path: string): Promise<OutputFile> {
    return new OutputFile(path, await open(`${path}.part`, 'w'));
  }

  /** Takes text into memory; `drain` brings it to the disk. */
  write(text: string): void {
    const most = text.length * MOST_BYTES;
    if (this.#current.length - this.#used < most) this.#nextChunk(most);
    this.#used += this.#current.write(text, this.#used);
  }

  /** Begins to write what is full, once what was begun before is written. */
  async drain(): Promise<void> {
    await this.#writing;
    if (this.#full.length > 0) this.#writing = this.#writeFull(this.#full.splice(0));
    // Whoever waits next is told; until then it must not count as unhandled.
    this.#writing.catch(() => undefined);
  }

  /** How many bytes there are so far, on the disk or in memory. */
  async position(): Promise<number> {
    await this.#flush();
    return this.#position;
  }

  /** Gives up everything that came after a position. */
  async rewind(position: number): Promise<void> {
    await this.#flush();
    await this.#handle.truncate(position);
    this.#position = position;
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#handle.close();
  }

  /** After `close`: the file takes its name. */
  async keep(): Promise<void> {
    await rename(`${this.#path}.part`, this.#path);
  }

  /** Leaves nothing behind, and waits for nothing: the process may be about to end. */
  abandon(): void {
    rmSync(`${this.#path}.part`, { force: true });
    const close = () => this.#handle.close();
    void this.#writing.then(close, close).catch(() => undefined);
  }

  #nextChunk(least: number): void {
    this.#seal();
    const isOrdinary = least <= CHUNK;
    this.#current = (isOrdinary ? this.#free.pop() : undefined) ?? Buffer.allocUnsafeSlow(Math.max(CHUNK, least));
  }

  #seal(): void {
    if (this.#used > 0) this.#full.push(this.#current.subarray(0, this.#used));
    this.#used = 0;
  }

  async #flush(): Promise<void> {
    await this.#writing;
    this.#seal();
    await this.#writeFull(this.#full.splice(0));
    this.#current = this.#free.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
  }

  async #writeFull(chunks: readonly Uint8Array[]): Promise<void> {
    for (const chunk of chunks) {
      let written = 0;
      while (written < chunk.length) {
        const { bytesWritten } = await this.#handle.write(chunk, written, chunk.length - written, this.#position);
        written += bytesWritten;
        this.#position += bytesWritten;
      }
      if (chunk.buffer.byteLength === CHUNK) this.#free.push(Buffer.from(chunk.buffer));
    }
  }
}
