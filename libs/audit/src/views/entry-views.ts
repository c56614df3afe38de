import { HASH_SIZE } from '../merkle.ts';
import { AT, cutEntry, LEAF, matchCut, TIME, type Values } from './entry-fields.ts';
import { LineBuffer } from './line-buffer.ts';
import { filled, linesOfEntry, templateOf, type ViewLines, type ViewTemplate } from './view-template.ts';

/** Both views of some entries, and how many entries they were. The bytes hold until the next are asked for. */
export type Views = { readonly csv: Buffer; readonly ocsf: Buffer; readonly count: number };

/** Kinds of entry that are remembered: about as many as there are acts by people who were busy lately. */
const KEPT = 512;
const BREAK = '\n';

/**
 * Makes the two views of entries that are read in order: what `auditCsvLine` and `ocsfLine` write. Entries come in long
 * runs that differ in a few values only, so most are filled into a template of their kind.
 */
export class EntryViews {
  /** A kind that was seen once has no template yet; one that cannot have any keeps null. */
  private readonly kinds = new Map<string, ViewTemplate | null | undefined>();
  private last: ViewTemplate | undefined;
  private readonly values: Values = [];
  private timed = '';
  private readonly csv = new LineBuffer();
  private readonly ocsf = new LineBuffer();

  /**
   * `lines` are entries as they are stored, each with a line feed behind it; `leaves` begins with their leaf hashes.
   * Throws where something is no entry, and where there are more entries than hashes.
   */
  of(lines: Buffer, leaves: Buffer): Views {
    const text = lines.toString('latin1');
    let [at, count] = [0, 0];
    this.csv.clear();
    this.ocsf.clear();
    while (at < text.length) {
      if ((count + 1) * HASH_SIZE > leaves.length) throw new RangeError('More entries than hashes');
      this.values[LEAF] = leaves.toString('hex', count * HASH_SIZE, (count + 1) * HASH_SIZE);
      const end = this.last ? matchCut(this.last.cut, text, at, this.values) : -1;
      const next = end < 0 ? text.indexOf(BREAK, at) + 1 : end;
      if (next === 0) throw new RangeError('The last entry is cut');
      const entry = text.slice(at, next);
      if (end < 0) this.last = this.templateFor(entry);
      const made = this.last && this.isTimed() ? this.fill(this.last) : linesOfEntry(entry, this.values[LEAF] ?? '');
      this.csv.add(made.csv);
      this.ocsf.add(made.ocsf);
      at = next;
      count += 1;
    }
    return { csv: this.csv.bytes, ocsf: this.ocsf.bytes, count };
  }

  private fill({ csv, ocsf }: ViewTemplate): ViewLines {
    return { csv: filled(csv, this.values), ocsf: filled(ocsf, this.values) };
  }

  private templateFor(entry: string): ViewTemplate | undefined {
    const cut = cutEntry(entry, this.values);
    const kind = cut.parts.join(BREAK);
    if (!this.kinds.has(kind)) {
      if (this.kinds.size >= KEPT) this.kinds.clear();
      // The first of its kind may well stay the only one, and a template takes three times as long as the lines.
      this.kinds.set(kind, undefined);
      return undefined;
    }
    let template = this.kinds.get(kind);
    if (template === undefined && this.isTimed()) {
      template = templateOf(entry, cut, this.values) ?? null;
      this.kinds.set(kind, template);
    }
    return template ?? undefined;
  }

  /** Whether the entry has a time; it is put beside its other values. */
  private isTimed(): boolean {
    const at = this.values[AT] ?? '';
    if (at === this.timed) return at !== '';
    const time = Date.parse(at);
    this.timed = Number.isNaN(time) ? '' : at;
    this.values[TIME] = String(time);
    return this.timed !== '';
  }
}
