import { CutRow } from '@clearance/eligibility';
import { cellText, COLUMN } from '@clearance/record';
import { openInput, readBatches } from './input-file.ts';

const MOST_NAMED = 8;
/** Below this share of court rows a file is probably another county's. */
const FOREIGN_BELOW = 0.05;
/** After so many court rows that name the county often enough, no further are looked at. */
const ENOUGH = 20_000;
/** Switches this guard off, and nothing else. */
const OPTION = '--despite-county';
const shown = new Intl.NumberFormat('en-US');

/**
 * Hardly any court row of the files, or none, names the county that was asked for. The message says which ones they name,
 * and with which option they are evaluated all the same.
 */
export class CountyNotInFile extends Error {}

/**
 * Refuses files of which hardly any court row names the county. Looks at their beginning, and at all of them where that is
 * not enough. To be asked before anything is evaluated.
 *
 * @param inputs paths
 * @throws CountyNotInFile, WrongPath
 */
export async function refuseForeign(county: string, inputs: readonly string[]): Promise<void> {
  const counties = await courtRows(inputs, (so) => sumOf(so) >= ENOUGH && !isForeign(county, so));
  if (!isForeign(county, counties)) return;
  throw new CountyNotInFile(`${foreignWords(county, counties)}. Nothing was written`);
}

/** Whether hardly any court row names the county; not where there are no court rows at all. */
export const isForeign = (county: string, counties: ReadonlyMap<string, number>): boolean =>
  sumOf(counties) > 0 && (counties.get(county) ?? 0) < sumOf(counties) * FOREIGN_BELOW;

/**
 * Says where nothing was found in scope how many court rows name the county. Reads the files once more. To be asked before
 * results are kept: of a county that is not in the files there are none, unless it was asked for in spite of that.
 *
 * @param inputs paths
 * @throws CountyNotInFile, WrongPath
 */
export async function explainNothing(county: string, inputs: readonly string[], inSpite = false): Promise<void> {
  const counties = await courtRows(inputs);
  const words = nothingWords(county, counties);
  if (!counties.get(county) && !inSpite) {
    throw new CountyNotInFile(`${words} (${OPTION} evaluates it all the same). Nothing was written`);
  }
  process.stderr.write(`note: ${words}\n`);
}

/** Court rows by the county that they name. `enough` is asked now and then whether the rest matters. */
async function courtRows(
  inputs: readonly string[],
  enough: (counties: ReadonlyMap<string, number>) => boolean = () => false,
): Promise<Map<string, number>> {
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
      if (enough(counties)) return counties;
    }
  }
  return counties;
}

/** One line: what the county asked for has to do with the files, by court rows. */
export function nothingWords(county: string, counties: ReadonlyMap<string, number>): string {
  const sum = sumOf(counties);
  const own = counties.get(county);
  if (own) return `${county} is named by ${shown.format(own)} of ${shown.format(sum)} court rows, and none is in scope`;
  const begin = `no court row names ${county}, so nothing was found in scope`;
  if (sum === 0) return `${begin}; no court row names any county`;
  return `${begin}; ${byCounty(counties)}`;
}

/** The same where the county is named by so few, or by none, that the files are probably another county's. */
export function foreignWords(county: string, counties: ReadonlyMap<string, number>): string {
  const own = counties.get(county);
  const share = own
    ? `only ${shown.format(own)} of ${shown.format(sumOf(counties))} court rows name`
    : 'no court row names';
  return `${share} ${county}: these are probably another county's files (${OPTION} evaluates them); ${byCounty(counties)}`;
}

const sumOf = (counties: ReadonlyMap<string, number>) =>
  [...counties.values()].reduce((total, count) => total + count, 0);

function byCounty(counties: ReadonlyMap<string, number>): string {
  const all = [...counties].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = all.slice(0, MOST_NAMED).map(([name, count]) => `${name} ${shown.format(count)}`);
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  return `court rows by county: ${named.join(', ')}${more}`;
}
