import { readFileSync } from 'node:fs';
import { COLUMN, WIDTH } from '../../libs/record/src/index.ts';
import { manyConvictions } from '../flow/many-convictions.ts';
import { partsOf } from '../flow/state-file.ts';
import { sampleFile } from '../support/sample-file.ts';

/** Rows that say no more than whose they are: they make a file long and are little work. */
function lightRows(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const cells = new Array<string>(WIDTH).fill('');
    cells[COLUMN.RECORD_ID] = String(at + 1);
    cells[COLUMN.CII_NUMBER] = `A8${String(Math.floor(at / 40)).padStart(7, '0')}`;
    cells[COLUMN.PRI_NAME] = 'REGISTERED';
    cells[COLUMN.STP_TYPE_DESCR] = 'REGISTRATION';
    return cells.join(',');
  });
}

/**
 * A file that is read in several transactions, with real lives, damaged rows and some thousand convictions to decide on:
 * long enough to be killed in the middle of every phase.
 */
export async function heavyFile(
  county: string,
  { lives, alike, light } = { lives: 1_200, alike: 2_200, light: 9_000 },
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { path } = await sampleFile({ county, rows: lives, dirtyRate: 0.02, seed: 92 });
  const { rows } = partsOf((await manyConvictions(county, alike)).bytes);
  const rest = Buffer.from([...rows, ...lightRows(light), ''].join('\n'));
  return { name: 'heavy.dat', bytes: new Uint8Array(Buffer.concat([readFileSync(path), rest])) };
}
