import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { check, seconds } from './measure.mjs';

/** Seconds that csv-parse takes to read the file, as a process of its own. */
export async function readingAlone(input, rows) {
  const script = join(import.meta.dirname, 'yardstick.mjs');
  let records = 0;
  const taken = await seconds(() => {
    records = Number(execFileSync(process.execPath, [script, input]).toString());
    return Promise.resolve();
  });
  check(records === rows + 1, `${records} records read of ${rows} rows and a header`);
  return taken;
}
