import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { generateCounty, localDate } from '../../libs/record/dist/index.js';

/** The shapes that a file of the state has: fillers in needless quotes or plain, long histories or short ones. */
export const shapes = [
  { shape: 'quoted, long histories', fillers: 'quoted', rowsPerPerson: 90 },
  { shape: 'plain, long histories', fillers: 'plain', rowsPerPerson: 90 },
  { shape: 'quoted, short histories', fillers: 'quoted', rowsPerPerson: 15 },
  { shape: 'plain, short histories', fillers: 'plain', rowsPerPerson: 15 },
];

const usual = shapes[0];

/** The file of an invented county, written once per run. */
export function sample(folder, county, rows, { seed = 1, fillers, rowsPerPerson, scatter = false } = usual) {
  const { fillers: how = usual.fillers, rowsPerPerson: long = usual.rowsPerPerson } = { fillers, rowsPerPerson };
  const path = join(folder, `${county}-${rows}-${seed}-${how}-${long}${scatter ? '-apart' : ''}.dat`);
  if (existsSync(path)) return path;
  const file = openSync(path, 'w');
  const options = { county, rows, seed, asOf: localDate('2026-01-01'), fillers: how, rowsPerPerson: long, scatter };
  for (const part of generateCounty(options).parts) writeSync(file, part.bytes);
  closeSync(file);
  return path;
}
