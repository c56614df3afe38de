import type { FileRow, HistoryRow } from '@clearance/record';
import { WIDTH } from '@clearance/record';

import type { CompatRow } from '../compat/row.ts';
import { compatColumns } from '../compat/row.ts';
import { exactLine } from './exact-csv.ts';

const COMMA = 0x2c;
const QUOTE = 0x22;

/**
 * A line of the file with the places of its cells, so that the few cells that are asked for can be cut out of it without
 * cutting all 95. One object serves many lines, one after the other.
 */
export class CutRow implements HistoryRow, CompatRow {
  line = 0;
  /** The line, quoted only where it must be. */
  text = '';
  private row: FileRow | undefined;
  private readonly ends = new Int32Array(WIDTH);

  take(row: FileRow): this {
    this.row = row;
    this.line = row.line;
    this.text = row.text;
    if (!this.cut()) {
      this.text = exactLine(row.cells);
      this.cut();
    }
    return this;
  }

  get cells(): readonly string[] {
    return this.row?.cells ?? [];
  }

  /** What stands in the line from one column to another, both included, quotes and commas as well. */
  written(from: number, to: number): string {
    return this.text.slice(from === 0 ? 0 : (this.ends[from - 1] as number) + 1, this.ends[to]);
  }

  cell(column: number): string {
    const { text } = this;
    const start = column === 0 ? 0 : (this.ends[column - 1] as number) + 1;
    const end = this.ends[column] as number;
    if (text.charCodeAt(start) !== QUOTE || start === end) return text.slice(start, end);
    return text.slice(start + 1, end - 1).replaceAll('""', '"');
  }

  get birth(): string {
    return this.cell(compatColumns.birth);
  }
  get date(): string {
    return this.cell(compatColumns.date);
  }
  get step(): string {
    return this.cell(compatColumns.step);
  }
  get county(): string {
    return this.cell(compatColumns.county);
  }
  get order(): string {
    return this.cell(compatColumns.order);
  }
  get caseNumber(): string {
    return this.cell(compatColumns.caseNumber);
  }
  get offense(): string {
    return this.cell(compatColumns.offense);
  }
  get offenseClass(): string {
    return this.cell(compatColumns.offenseClass);
  }
  get disposition(): string {
    return this.cell(compatColumns.disposition);
  }
  get severity(): string {
    return this.cell(compatColumns.severity);
  }
  get sentenceLength(): string {
    return this.cell(compatColumns.sentenceLength);
  }
  get sentenceUnit(): string {
    return this.cell(compatColumns.sentenceUnit);
  }
  get comment(): string {
    return this.cell(compatColumns.comment);
  }

  /** Finds where the cells end; false where a cell is quoted that need not be. The line is known to be well formed. */
  private cut(): boolean {
    const { ends, text } = this;
    const { length } = text;
    let column = 0;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code === COMMA) {
        ends[column++] = at;
      } else if (code === QUOTE) {
        let needed = false;
        for (at++; at < length; at++) {
          const inside = text.charCodeAt(at);
          if (inside === COMMA) needed = true;
          else if (inside === QUOTE) {
            if (text.charCodeAt(at + 1) !== QUOTE) break;
            needed = true;
            at++;
          }
        }
        if (!needed) return false;
      }
    }
    ends[column] = length;
    return true;
  }
}
