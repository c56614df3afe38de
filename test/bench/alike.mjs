import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCounty, localDate } from '../../libs/record/dist/index.js';
import { check } from './measure.mjs';

/** A file of `count` people with one conviction each, all alike but for the person and the case. */
export function alike(folder, county, count) {
  const parts = [...generateCounty({ county, rows: 400, seed: 91, asOf: localDate('2026-01-01') }).parts];
  const lines = Buffer.concat(parts.map(({ bytes }) => bytes))
    .toString()
    .split('\n');
  const plain = parts
    .flatMap(({ convictions }) => convictions)
    .find((one) => one.dismissAll === 'dismiss' && one.readFrom === 'description' && !one.historic);
  const row = lines[plain.line - 1];
  check(row.includes(plain.caseNumber), 'the invented file has a plain conviction');
  const copies = Array.from({ length: count }, (_, at) => {
    const own = String(at + 1).padStart(7, '0');
    return row
      .replace(/^\d+,/, `${at + 1},`)
      .replaceAll(plain.cii, `A9${own}`)
      .replaceAll(plain.caseNumber, `XC${own}`);
  });
  const path = join(folder, `${county}-alike.dat`);
  writeFileSync(path, [lines[0], ...copies, ''].join('\n'));
  return path;
}
