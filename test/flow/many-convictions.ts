import { readFileSync } from 'node:fs';
import { sampleFile } from '../support/sample-file.ts';
import { partsOf } from './state-file.ts';

/**
 * A file in which `count` people have one conviction in one row each, all alike but for the person and the case: much to
 * decide on in a small file.
 */
export async function manyConvictions(county: string, count: number): Promise<{ name: string; bytes: string }> {
  const { path, convictions } = await sampleFile({ county, rows: 400, seed: 91 });
  const { header, rows } = partsOf(readFileSync(path, 'utf8'));
  const plain = convictions.find(
    (one) => one.dismissAll === 'dismiss' && one.readFrom === 'description' && !one.historic,
  );
  const row = rows[(plain?.line ?? 0) - 2] ?? '';
  if (!plain || !row.includes(plain.caseNumber)) throw new Error('The invented file has no plain conviction.');
  const copies = Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(7, '0');
    return row
      .replace(/^\d+,/, `${at + 1},`)
      .replaceAll(plain.cii, `A9${number}`)
      .replaceAll(plain.caseNumber, `XC${number}`);
  });
  return { name: `${count}.dat`, bytes: [header, ...copies, ''].join('\n') };
}
