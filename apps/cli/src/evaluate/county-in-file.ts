import { CutRow } from '@clearance/eligibility';
import { cellText, COLUMN } from '@clearance/record';
import { openInput, readBatches } from './input-file.ts';

const MOST_NAMED = 8;
const shown = new Intl.NumberFormat('en-US');

/** No court row of the files names the county that was asked for; the message says which ones they name. */
export class CountyNotInFile extends Error {}

/**
 * Says where nothing was found in scope how many court rows name the county. Reads the files once more. To be asked before
 * results are kept: of a county that is not in the files there are none.
 *
 * @param inputs paths
 * @throws CountyNotInFile, WrongPath
 */
export async function explainNothing(county: string, inputs: readonly string[]): Promise<void> {
  const counties = await courtRows(inputs);
  const words = nothingWords(county, counties);
  if (!counties.get(county)) throw new CountyNotInFile(`${words}. Nothing was written`);
  process.stderr.write(`note: ${words}\n`);
}

async function courtRows(inputs: readonly string[]): Promise<Map<string, number>> {
  const counties = new Map<string, number>();
  const row = new CutRow();
  for (const path of inputs) {
    for await (const { rows } of readBatches(await openInput(path), 'CII_NUMBER')) {
      for (const text of rows) {
        row.take(text);
        if (cellText(row.cell(COLUMN.STP_TYPE_DESCR)).toUpperCase() !== 'COURT ACTION') continue;
        const name = cellText(row.cell(COLUMN.STP_ORI_CNTY_NAME)).toUpperCase();
        if (name !== '') counties.set(name, (counties.get(name) ?? 0) + 1);
      }
    }
  }
  return counties;
}

/** One line: what the county asked for has to do with the files, by court rows. */
export function nothingWords(county: string, counties: ReadonlyMap<string, number>): string {
  const sum = [...counties.values()].reduce((total, count) => total + count, 0);
  const own = counties.get(county);
  if (own) return `${county} is named by ${shown.format(own)} of ${shown.format(sum)} court rows, and none is in scope`;
  const begin = `no court row names ${county}, so nothing was found in scope`;
  if (sum === 0) return `${begin}; no court row names any county`;
  const all = [...counties].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = all.slice(0, MOST_NAMED).map(([name, count]) => `${name} ${shown.format(count)}`);
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  return `${begin}; court rows by county: ${named.join(', ')}${more}`;
}
