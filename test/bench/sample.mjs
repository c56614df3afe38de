import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { generateCounty, localDate } from '../../libs/record/dist/index.js';

/** The file of an invented county, written once per run. */
export function sample(folder, county, rows, seed = 1) {
  const path = join(folder, `${county}-${rows}.dat`);
  if (existsSync(path)) return path;
  const file = openSync(path, 'w');
  for (const part of generateCounty({ county, rows, seed, asOf: localDate('2026-01-01') }).parts)
    writeSync(file, part.bytes);
  closeSync(file);
  return path;
}
