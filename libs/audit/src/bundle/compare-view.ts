import { auditCsvHeader, auditCsvLine } from '../csv.ts';
import type { AuditEntry } from '../entry.ts';
import { ocsfLine } from '../ocsf.ts';
import { linesOf } from './lines.ts';

/** The two files that are made from the entries, and how. */
export const VIEWS = {
  'events.csv': { header: auditCsvHeader, line: (entry: AuditEntry) => auditCsvLine(entry) },
  'events.ocsf.jsonl': { header: '', line: ocsfLine },
} as const;

/**
 * Makes a view again from the entries and compares it byte by byte.
 * @returns undefined where it is the same, or the sequence of the first entry at which it is not (0 for the header).
 */
export async function firstDifference(
  name: keyof typeof VIEWS,
  entries: AsyncIterable<Uint8Array>,
  view: AsyncIterable<Uint8Array>,
): Promise<number | undefined> {
  const { header, line } = VIEWS[name];
  const reader = new Comparer(view);
  let seq = 0;
  try {
    if (!(await reader.continues(header))) return 0;
    for await (const lines of linesOf(entries, 'events.jsonl')) {
      for (const bytes of lines) {
        const entry = JSON.parse(Buffer.from(bytes).toString('utf8')) as AuditEntry;
        seq = entry.seq;
        if (!(await reader.continues(line(entry, bytes)))) return seq;
      }
    }
    return (await reader.ended()) ? undefined : seq;
  } catch {
    // An entry that cannot be read as one has no view: the difference is at the one after the last that could.
    return seq + 1;
  }
}

/** Compares a stream with texts, one after the other. */
class Comparer {
  private readonly stream: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);

  constructor(view: AsyncIterable<Uint8Array>) {
    this.stream = view[Symbol.asyncIterator]();
  }

  async continues(text: string): Promise<boolean> {
    const wanted = Buffer.from(text, 'utf8');
    while (this.held.length < wanted.length && (await this.more()));
    const same = this.held.subarray(0, wanted.length).equals(wanted);
    this.held = this.held.subarray(wanted.length);
    return same;
  }

  async ended(): Promise<boolean> {
    while (this.held.length === 0 && (await this.more()));
    return this.held.length === 0;
  }

  private async more(): Promise<boolean> {
    const next = await this.stream.next();
    if (next.done) return false;
    this.held = Buffer.concat([this.held, next.value]);
    return true;
  }
}
