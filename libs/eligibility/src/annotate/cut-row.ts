import { Line, type FileRow, type HistoryRow } from '@clearance/record';
import type { CompatRow } from '../compat/row.ts';
import { compatColumns } from '../compat/row.ts';

/** A line of the file. One object serves many lines, one after the other. */
export class CutRow implements HistoryRow, CompatRow {
  line = 0;
  text = '';
  private row: FileRow = new Line(0, 0, '');

  take(row: FileRow): this {
    this.row = row;
    this.line = row.line;
    this.text = this.row.text;
    return this;
  }

  get cells(): readonly string[] {
    return this.row.cells;
  }

  /** What stands in the line from one column to another, both included, quotes and commas as well. */
  written(from: number, to: number): string {
    return this.row.written(from, to);
  }

  cell(column: number): string {
    return this.row.cell(column);
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
}
