import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { inject } from 'vitest';
import { generateCounty, localDate } from '../../libs/record/src/index.ts';
import type { SyntheticConviction, SyntheticDamage, SyntheticTotals } from '../../libs/record/src/index.ts';

export interface SampleFile {
  readonly path: string;
  readonly totals: SyntheticTotals;
  /** What is true of each conviction of the county in scope, in the order of the file. */
  readonly convictions: readonly SyntheticConviction[];
  readonly damages: readonly SyntheticDamage[];
}

export interface Sample {
  readonly county: string;
  readonly rows: number;
  readonly seed?: number;
  readonly asOf?: string;
  readonly dirtyRate?: number;
  readonly scatter?: boolean;
  readonly header?: boolean;
  readonly name?: string;
}

/** Writes the file of an invented county below the run's folder. */
export async function sampleFile(sample: Sample): Promise<SampleFile> {
  const { asOf = '2026-01-01', seed = 1, name = `${randomBytes(4).toString('hex')}.dat`, ...rest } = sample;
  const { parts, totals } = generateCounty({ ...rest, seed, asOf: localDate(asOf) });
  const path = join(inject('folder'), name);
  const out = createWriteStream(path);
  const convictions: SyntheticConviction[] = [];
  const damages: SyntheticDamage[] = [];
  for (const part of parts) {
    out.write(part.bytes);
    convictions.push(...part.convictions);
    damages.push(...part.damages);
  }
  out.end();
  await finished(out);
  return { path, totals, convictions, damages };
}
