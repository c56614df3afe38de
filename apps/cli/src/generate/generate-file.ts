import { rename, rm } from 'node:fs/promises';
import { generateCounty, type LocalDate, type SyntheticTotals } from '@clearance/record';
import { openOwnFile } from '../evaluate/output-file.ts';
import { truthHeader, truthLine } from './truth-csv.ts';

export interface GenerateOptions {
  readonly county: string;
  readonly rows: number;
  readonly seed: number;
  readonly asOf: LocalDate;
  /** Share of damaged rows. */
  readonly dirty?: number;
  readonly scatter?: boolean;
  readonly fillers?: 'none' | 'plain' | 'quoted';
  readonly rowsPerPerson?: number;
  readonly out: string;
}

/** The file that is asked for, and what is true of it. */
export const filesOf = (out: string): [string, string] => [out, `${out}.truth.csv`];

/**
 * Writes the file and its truth, each whole or not at all; tells the rows so far. Throws what the file system throws.
 */
export async function generateFile(options: GenerateOptions, told: (rows: number) => void): Promise<SyntheticTotals> {
  const { out, dirty = 0, scatter = false, ...rest } = options;
  const { parts, totals } = generateCounty({ ...rest, dirtyRate: dirty, scatter });
  const [, truth] = filesOf(out);
  const begun = filesOf(out).map((path) => `${path}.part`) as [string, string];
  try {
    const [file, lines] = [await openOwnFile(begun[0]), await openOwnFile(begun[1])];
    try {
      await lines.appendFile(truthHeader);
      for (const part of parts) {
        await file.appendFile(part.bytes);
        await lines.appendFile(part.convictions.map(truthLine).join(''));
        told(totals.rows);
      }
    } finally {
      await file.close();
      await lines.close();
    }
    await rename(begun[1], truth);
    await rename(begun[0], out);
  } catch (error) {
    for (const path of begun) await rm(path, { force: true });
    throw error;
  }
  return totals;
}
