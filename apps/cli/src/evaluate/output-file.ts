import { rmSync } from 'node:fs';
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { WrongPath } from './input-file.ts';

/** What is written names people: nobody but whoever asked for it may read it, whatever the umask lets through. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

/**
 * Opens a file to be written that only its owner may read. What stands there already goes away with its rights.
 *
 * @throws what the file system throws
 */
export async function openOwnFile(path: string, flags: 'wx' | 'wx+' = 'wx'): Promise<FileHandle> {
  await rm(path, { force: true });
  const handle = await open(path, flags, OWN_FILE);
  // A umask takes rights away, and may take the owner's.
  await handle.chmod(OWN_FILE);
  return handle;
}

/**
 * Makes the folder, for its owner alone, where there is none. One that is there already keeps its rights. Answers whether there was none.
 *
 * @throws WrongPath where there can be no such folder
 */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    return (await mkdir(path, { recursive: true, mode: OWN_FOLDER })) !== undefined;
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
  #position = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async create(path: string): Promise<OutputFile> {
    return new OutputFile(path, await openOwnFile(`${path}.part`));
  }

  /** Takes away what there is of a file that is not complete. */
  static removePart(path: string): void {
    rmSync(`${path}.part`, { force: true });
  }

  /** Answers once it is with the operating system, in the order of the calls. */
  append(bytes: Uint8Array): Promise<void> {
    const written = this.#writing.then(() => this.#write(bytes));
    // Whoever asked is told; until then it must not count as unhandled.
    this.#writing = written.catch(() => undefined);
    return written;
  }

  /** How many bytes there are so far. */
  get position(): number {
    return this.#position;
  }

  /** Gives up everything that came after a position. */
  async rewind(position: number): Promise<void> {
    await this.#handle.truncate(position);
    this.#position = position;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  /** After `close`: the file takes its name. */
  async keep(): Promise<void> {
    await rename(`${this.#path}.part`, this.#path);
  }

  /** Leaves nothing behind, and waits for nothing: the process may be about to end. */
  abandon(): void {
    OutputFile.removePart(this.#path);
    void this.#writing.then(() => this.#handle.close()).catch(() => undefined);
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, written, bytes.length - written, this.#position);
      written += bytesWritten;
      this.#position += bytesWritten;
    }
  }
}
