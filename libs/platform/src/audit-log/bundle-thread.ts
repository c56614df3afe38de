import { Worker } from 'node:worker_threads';
import type { FileSums } from '../files/sealed-file.ts';
import type { Answer, BundlePart, Entries, Start } from './bundle-thread-main.ts';

export type { BundlePart };

/** As it stands in the sources, where tests begin it, or as it was built. */
const source = import.meta.url.endsWith('.ts');
const main = new URL(source ? './bundle-thread-main.ts' : './bundle-thread-main.js', import.meta.url);
/** Little room: what it makes it drops at once, and of what is kept outside of the heap only a clearing gives it back. */
const resourceLimits = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 96 };

/**
 * Makes the large files of a bundle (the entries, their two views, their proofs) in a thread of its own, so that it is
 * done while the next entries are read, and nothing of it stays in the memory of the worker.
 */
export class BundleThread {
  private readonly thread: Worker;
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  private fault: Error | undefined;

  /** `paths` are those of files that are not there yet. */
  constructor(paths: Readonly<Record<BundlePart, string>>, key: Buffer, countyId: string) {
    const workerData: Start = { paths, key: new Uint8Array(key), countyId };
    const execArgv = source ? ['--conditions=@clearance/source'] : [];
    this.thread = new Worker(main, { workerData, execArgv, resourceLimits });
    this.thread.on('message', (answer: Answer) => this.waiting?.resolve(answer));
    this.thread.on('error', (error: Error) => this.failed(error));
    this.thread.on('exit', () => this.failed(new Error('The thread that writes the bundle has ended.')));
  }

  /** Takes the next entries; how many they were, once they are written. One call at a time; the bytes are given away. */
  async write(entries: Entries): Promise<number> {
    const given = [entries.lines, entries.leaves, entries.proof].filter(isWhole).map(({ buffer }) => buffer);
    return (await this.ask(entries, given)) as number;
  }

  /** The sizes and sums of the files, once they are whole. */
  async finish(): Promise<Readonly<Record<BundlePart, FileSums>>> {
    return (await this.ask('finish', [])) as Readonly<Record<BundlePart, FileSums>>;
  }

  /** Ends the thread, wherever it is. The files are left to whoever named them. */
  async end(): Promise<void> {
    await this.thread.terminate();
  }

  private ask(what: Entries | 'finish', given: ArrayBuffer[]): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.fault !== undefined) return reject(this.fault);
      this.waiting = { resolve, reject };
      this.thread.postMessage(what, given);
    });
  }

  private failed(error: Error): void {
    this.fault ??= error;
    this.waiting?.reject(error);
  }
}

/** Whether the memory is that of these bytes alone, and can be handed over instead of being copied. */
const isWhole = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.byteLength > 0 && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
