import { RefusalError, sentence } from '../../providers/refusal.ts';

/** How what is on the screen stands to what the server has. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved' | 'saving' | 'conflict' }
  | { readonly kind: 'failed'; readonly says: string };

/** What the server answers to a save. */
export interface Saved {
  readonly version: number;
  readonly updatedAt: string;
}

export interface SaverParts<T> {
  readonly send: (version: number, body: T) => Promise<Saved>;
  readonly tell: (state: SaveState) => void;
  /** Runs something later; answers how to call it off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
}

const afterTyping = 900;
const afterFailure = 5_000;

/**
 * Saves a draft a moment after the last change, one save at a time, each on the version that the one before it made.
 * What could not be sent is kept and sent again; what somebody else saved meanwhile is never overwritten.
 */
export class Saver<T> {
  readonly #parts: SaverParts<T>;
  #version: number;
  #waiting: { readonly body: T } | undefined;
  #sending: Promise<void> | undefined;
  #callOff: () => void = () => undefined;
  #conflict = false;

  constructor(version: number, parts: SaverParts<T>) {
    this.#version = version;
    this.#parts = parts;
  }

  /** The version that the next save is made on. */
  get version(): number {
    return this.#version;
  }

  /** What the server does not have yet. */
  get unsaved(): T | undefined {
    return this.#waiting?.body;
  }

  get isSettled(): boolean {
    return this.#waiting === undefined && this.#sending === undefined;
  }

  /** Takes what is to be saved; a moment without further changes sends it. */
  take(body: T): void {
    this.#waiting = { body };
    if (this.#conflict) return;
    this.#parts.tell({ kind: 'unsaved' });
    this.#sendIn(afterTyping);
  }

  /** Sends what waits at once; answers whether everything is on the server. */
  async flush(): Promise<boolean> {
    this.#callOff();
    while (this.#sending) await this.#sending;
    if (this.#waiting && !this.#conflict) await this.#send(this.#waiting.body);
    return this.#waiting === undefined;
  }

  /** Gives up trying again. What is unsaved stays readable. */
  stop(): void {
    this.#callOff();
  }

  #sendIn(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#parts.later(milliseconds, () => void this.flush());
  }

  async #send(body: T): Promise<void> {
    this.#parts.tell({ kind: 'saving' });
    const run = this.#parts.send(this.#version, body).then(
      (saved) => this.#wasSaved(body, saved),
      (error: unknown) => this.#wasRefused(error),
    );
    this.#sending = run;
    await run;
    this.#sending = undefined;
  }

  #wasSaved(body: T, { version, updatedAt }: Saved): void {
    this.#version = version;
    if (this.#waiting?.body === body) {
      this.#waiting = undefined;
      this.#parts.tell({ kind: 'saved', at: updatedAt });
    } else {
      this.#parts.tell({ kind: 'unsaved' });
      this.#sendIn(afterTyping);
    }
  }

  #wasRefused(error: unknown): void {
    const code = error instanceof RefusalError ? error.code : undefined;
    this.#conflict = code === 'conflict';
    if (this.#conflict) {
      this.#parts.tell({ kind: 'conflict' });
      return;
    }
    this.#parts.tell({ kind: 'failed', says: sentence(error) });
    // Only a line that broke mends itself; what the server refused it would refuse again.
    if (code === 'unreachable' || code === 'internal' || code === 'rate_limited') this.#sendIn(afterFailure);
  }
}
