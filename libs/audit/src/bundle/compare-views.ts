import { auditCsvLine1 } from '../csv-1.ts';
import { auditCsvHeader, auditCsvLine } from '../csv.ts';
import type { AuditEntry } from '../entry.ts';
import { ocsfLine1 } from '../ocsf-1.ts';
import { ocsfLine } from '../ocsf.ts';
import { linesOf } from './lines.ts';
import { FIRST_FORMAT, type Manifest } from './manifest.ts';
import { streamOf, type BundleSource } from './source.ts';
import { TimeWatch, type TimeBack } from './time-watch.ts';

export type ViewName = 'events.csv' | 'events.ocsf.jsonl';
type View = { readonly header: string; readonly line: (entry: AuditEntry, bytes: Uint8Array) => string };

/** The two files that are made from the entries, and how. */
const viewsOf = (format: Manifest['format']): Readonly<Record<ViewName, View>> => ({
  'events.csv': {
    header: auditCsvHeader,
    line: format === FIRST_FORMAT ? (entry) => auditCsvLine1(entry) : (entry) => auditCsvLine(entry),
  },
  'events.ocsf.jsonl': { header: '', line: format === FIRST_FORMAT ? ocsfLine1 : ocsfLine },
});

/** What was found when the views were made again. */
export type Compared = {
  /** The sequence of the first entry that a view does not show as it is, 0 for its header. */
  readonly different: ReadonlyMap<ViewName, number>;
  readonly timeBack: TimeBack | undefined;
};

/** Makes both views again from the entries, which are read once, and compares them byte by byte. */
export async function compareViews(source: BundleSource, format: Manifest['format']): Promise<Compared> {
  const views = viewsOf(format);
  const comparers = (Object.keys(views) as ViewName[]).map((name) => new Comparer(name, streamOf(source, name)));
  const times = new TimeWatch();
  let seq = 0;
  for (const one of comparers) await one.continues(0, views[one.name].header);
  try {
    for await (const lines of linesOf(streamOf(source, 'events.jsonl'), 'events.jsonl')) {
      for (const bytes of lines) {
        const entry = JSON.parse(Buffer.from(bytes).toString('utf8')) as AuditEntry;
        seq = entry.seq;
        times.see(entry);
        for (const one of comparers) await one.continues(seq, views[one.name].line(entry, bytes));
      }
    }
    for (const one of comparers) await one.ends(seq);
  } catch {
    // An entry that cannot be read as one has no view: the difference is at the one after the last that could.
    for (const one of comparers) one.different ??= seq + 1;
  }
  const different = comparers.flatMap((one) =>
    one.different === undefined ? [] : [[one.name, one.different] as const],
  );
  return { different: new Map(different), timeBack: times.found };
}

/** Compares a view with texts, one after the other, up to the first difference. */
class Comparer {
  different: number | undefined;
  readonly name: ViewName;
  private readonly stream: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);

  constructor(name: ViewName, view: AsyncIterable<Uint8Array>) {
    this.name = name;
    this.stream = view[Symbol.asyncIterator]();
  }

  async continues(seq: number, text: string): Promise<void> {
    if (this.different !== undefined) return;
    const wanted = Buffer.from(text, 'utf8');
    while (this.held.length < wanted.length && (await this.more()));
    if (!this.held.subarray(0, wanted.length).equals(wanted)) this.different = seq;
    this.held = this.held.subarray(wanted.length);
  }

  async ends(seq: number): Promise<void> {
    while (this.held.length === 0 && (await this.more()));
    if (this.held.length > 0) this.different ??= seq;
  }

  private async more(): Promise<boolean> {
    const next = await this.stream.next();
    if (next.done) return false;
    this.held = Buffer.concat([this.held, next.value]);
    return true;
  }
}
