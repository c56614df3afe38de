import { rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { openOwnFile } from './output-file.ts';

/** Stand in no accepted row, because a control character makes a row unreadable. */
const CELL_END = '\u001f';
const RECORD_END = 0x0a;

/** About so many bytes of the original file are held in memory at a time. */
const PART = 24 * 1024 * 1024;
const MOST_PARTS = 256;
/** In UTF-16 units. */
const HELD = 64 * 1024;

export interface WaitingFact {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface WaitingPerson {
  readonly person: string;
  readonly facts: readonly WaitingFact[];
}

/**
 * Facts of people whose rows stand apart, kept on the disk until the whole file has been read; all facts of a person are
 * in one part. The files have no name, so that nothing of them outlives the process.
 */
export class WaitingFacts {
  readonly #handles: readonly FileHandle[];
  readonly #held: string[];

  private constructor(handles: readonly FileHandle[]) {
    this.#handles = handles;
    this.#held = handles.map(() => '');
  }

  /** @param size of the file that the facts come from, in bytes */
  static async create(folder: string, size: number): Promise<WaitingFacts> {
    const handles: FileHandle[] = [];
    for (let part = 0; part < Math.min(MOST_PARTS, Math.ceil(size / PART)); part++) {
      const path = join(folder, `waiting-${process.pid}-${part}.part`);
      handles.push(await openOwnFile(path, 'wx+'));
      await rm(path);
    }
    return new WaitingFacts(handles);
  }

  add(person: string, { line, cells }: WaitingFact): void {
    const record = [person, line, ...cells].join(CELL_END) + '\n';
    const part = partOf(person, this.#handles.length);
    this.#held[part] = (this.#held[part] ?? '') + record;
  }

  async drain(least = HELD): Promise<void> {
    for (const [part, text] of this.#held.entries()) {
      if (text.length < least) continue;
      this.#held[part] = '';
      await this.#handles[part]?.appendFile(text);
    }
  }

  /** The facts of one person after another, each person's in the order of the file. */
  async *people(): AsyncGenerator<WaitingPerson, void, undefined> {
    await this.drain(1);
    for (const handle of this.#handles) {
      const people = new Map<string, string[]>();
      for (const record of recordsOf(await contentOf(handle))) {
        const person = record.slice(0, record.indexOf(CELL_END));
        const own = people.get(person);
        if (own) own.push(record);
        else people.set(person, [record]);
      }
      // Cells are many times larger in memory than the text they are cut from: one person's at a time.
      for (const [person, records] of people) yield { person, facts: records.map(factOf) };
    }
  }

  async close(): Promise<void> {
    for (const handle of this.#handles) await handle.close();
  }
}

async function contentOf(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const bytes = Buffer.allocUnsafeSlow(size);
  for (let filled = 0; filled < size;) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
    filled += bytesRead;
  }
  return bytes;
}

/** Each record as a text of its own: one cut out of the whole would keep the whole in memory wherever a cell is kept. */
function* recordsOf(content: Buffer): Generator<string> {
  for (let start = 0; start < content.length;) {
    const end = content.indexOf(RECORD_END, start);
    yield content.toString('utf8', start, end);
    start = end + 1;
  }
}

function factOf(record: string): WaitingFact {
  const [, line = '', ...cells] = record.split(CELL_END);
  return { line: Number(line), cells };
}

/** The same part for the same person, and about as many people in each. */
function partOf(person: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < person.length; at++) hash = Math.imul(hash ^ person.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % parts;
}
