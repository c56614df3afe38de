import { readFileSync } from 'node:fs';
import { detectFile, DojReader } from '../../libs/record/dist/index.js';
import { check, paired } from './measure.mjs';
import { sample, shapes } from './sample.mjs';

const CHUNK = 64 * 1024;

/** Reading rows, against finding the line ends of the same bytes. */
export async function parsing({ folder, rows }) {
  const results = [];
  for (const { shape, ...how } of shapes.slice(0, 2)) results.push(await measured(folder, rows, shape, how));
  return results;
}

async function measured(folder, rows, shape, how) {
  const bytes = new Uint8Array(readFileSync(sample(folder, 'BENCH', rows, how)));
  const detected = detectFile(bytes.subarray(0, CHUNK));
  let accepted = 0;
  const { ratio } = await paired(
    5,
    () => {
      const reader = new DojReader(detected);
      accepted = 0;
      for (let at = 0; at < bytes.length; at += CHUNK)
        accepted += reader.push(bytes.subarray(at, at + CHUNK)).rows.length;
      accepted += reader.end().rows.length;
    },
    () => {
      let lines = 0;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
      check(lines > rows, 'every line has an end');
    },
  );
  check(accepted === rows, `${accepted} of ${rows} rows accepted`);
  return { work: `parsing ${rows} rows, ${shape}`, against: 'finding line ends', ratio, bar: 6 };
}
