import { z } from 'zod';
import { P64_SECTIONS } from './section.ts';

/** What an office chose in BEAR. A missing key means false, 0 or an empty list. */
export interface BearOptions {
  readonly baselineEligibility: { readonly dismiss: readonly string[]; readonly reduce: readonly string[] };
  readonly additionalRelief: {
    readonly subjectUnder21AtConviction: boolean;
    readonly subjectHasOnlyProp64Charges: boolean;
    readonly subjectIsDeceased: boolean;
    readonly subjectAgeThreshold: number;
    readonly yearsSinceConvictionThreshold: number;
    readonly yearsCrimeFreeThreshold: number;
  };
}

/** What BEAR chose where the office changed nothing. */
export const bearDefaults: BearOptions = {
  baselineEligibility: { dismiss: P64_SECTIONS, reduce: [] },
  additionalRelief: {
    subjectUnder21AtConviction: false,
    subjectHasOnlyProp64Charges: true,
    subjectIsDeceased: false,
    subjectAgeThreshold: 0,
    yearsSinceConvictionThreshold: 5,
    yearsCrimeFreeThreshold: 5,
  },
};

const sections = z
  .array(z.enum(P64_SECTIONS, { error: `allowed: ${P64_SECTIONS.join(', ')}` }), {
    error: `must be a list of ${P64_SECTIONS.join(', ')}`,
  })
  .default([]);
const choice = z.boolean({ error: 'allowed: true, false' }).default(false);

function threshold(least: number, most: number) {
  const error = `allowed: 0, or a whole number from ${least} to ${most}`;
  return z
    .int({ error })
    .refine((years) => years === 0 || (years >= least && years <= most), { error })
    .default(0);
}

const object = { error: 'must be an object' };
const baselineEligibility = z.strictObject({ dismiss: sections, reduce: sections }, object);
const additionalRelief = z.strictObject(
  {
    subjectUnder21AtConviction: choice,
    subjectHasOnlyProp64Charges: choice,
    subjectIsDeceased: choice,
    subjectAgeThreshold: threshold(40, 65),
    yearsSinceConvictionThreshold: threshold(1, 15),
    yearsCrimeFreeThreshold: threshold(1, 15),
  },
  object,
);
const schema = z.strictObject(
  { baselineEligibility: baselineEligibility.prefault({}), additionalRelief: additionalRelief.prefault({}) },
  object,
);

/** The keys that may stand in each part of the file. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(schema.shape),
  baselineEligibility: Object.keys(baselineEligibility.shape),
  additionalRelief: Object.keys(additionalRelief.shape),
};

export type BearOptionsReading =
  | { readonly ok: true; readonly options: BearOptions }
  /** One line that names the key and what it may hold. */
  | { readonly ok: false; readonly problem: string };

/** Reads the options file of BEAR, as parsed JSON. */
export function readBearOptions(json: unknown): BearOptionsReading {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, options: parsed.data };
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map(String);
  if (issue?.code !== 'unrecognized_keys') {
    return { ok: false, problem: `${path.length > 0 ? path.join('.') : 'the file'}: ${issue?.message ?? 'wrong'}` };
  }
  const key = [...path, issue.keys[0] ?? ''].join('.');
  return { ok: false, problem: `${key}: unknown key, allowed: ${KEYS[path.join('.')]?.join(', ') ?? 'none'}` };
}
