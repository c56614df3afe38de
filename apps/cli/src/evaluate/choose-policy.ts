import { readFileSync } from 'node:fs';
import {
  bearDefaults,
  bearFlow,
  laPilotFlow,
  PILOT_COUNTY,
  presetNamed,
  presets,
  readBearOptions,
  relatedFlow,
  relatedFlowCounties,
  validatePolicy,
  type BearOptions,
  type CompatFlow,
  type Policy,
  type RelatedFlowName,
} from '@clearance/eligibility';
import type { LocalDate } from '@clearance/record';

/** A mistake in the arguments, or in a file that they name, in one line. */
export class ArgumentProblem extends Error {}

export interface PolicyArguments {
  readonly policy: string;
  readonly county: string;
  readonly asOf: LocalDate;
  readonly options?: string;
  readonly age?: number;
  readonly years?: number;
}

/** One of the old tools by its name, set up as told. */
export type ChosenFlow =
  | { readonly kind: 'bear'; readonly flow: CompatFlow; readonly options: BearOptions }
  | { readonly kind: 'la-pilot-2020' | RelatedFlowName; readonly flow: CompatFlow };

/**
 * The old tool of that name; undefined where the name is another's.
 *
 * @throws ArgumentProblem where its options are wrong
 */
export function chooseFlow(given: PolicyArguments): ChosenFlow | undefined {
  const { age, asOf, county, options, policy, years } = given;
  if (policy !== 'la-pilot-2020' && (age !== undefined || years !== undefined)) {
    throw new ArgumentProblem('--age and --years are for la-pilot-2020 only');
  }
  if (policy !== 'bear' && options !== undefined) throw new ArgumentProblem('--options is for bear only');
  if (policy === 'bear') {
    const chosen = options === undefined ? bearDefaults : bearOptions(options);
    return { kind: 'bear', flow: bearFlow(chosen, county, asOf), options: chosen };
  }
  if (isRelatedFlow(policy)) {
    const own = relatedFlowCounties[policy];
    if (county !== own) throw new ArgumentProblem(`${policy} is for ${own} only`);
    return { kind: policy, flow: relatedFlow(policy, asOf) };
  }
  if (policy !== 'la-pilot-2020') return undefined;
  if (county !== PILOT_COUNTY) throw new ArgumentProblem(`la-pilot-2020 is for ${PILOT_COUNTY} only`);
  const chosen = { ...(age === undefined ? {} : { age }), ...(years === undefined ? {} : { years }) };
  return { kind: 'la-pilot-2020', flow: laPilotFlow(chosen, asOf) };
}

/**
 * A shipped policy by its name, or one from a file.
 *
 * @throws ArgumentProblem where there is none, where it is not valid, or where it is for another county
 */
export function choosePolicy(name: string, county: string): Policy {
  const policy = presetNamed(name) ?? policyFrom(name);
  if (policy.scope.county !== 'any' && policy.scope.county !== county) {
    throw new ArgumentProblem(`${policy.name} is for ${policy.scope.county} only`);
  }
  return policy;
}

/** The names of the old tools. */
export const oldTools: readonly string[] = ['bear', 'la-pilot-2020', ...Object.keys(relatedFlowCounties)];

function isRelatedFlow(name: string): name is RelatedFlowName {
  return Object.hasOwn(relatedFlowCounties, name);
}

function bearOptions(path: string): BearOptions {
  const reading = readBearOptions(jsonFrom(path));
  if (!reading.ok) throw new ArgumentProblem(`${path}: ${reading.problem}`);
  return reading.options;
}

function policyFrom(path: string): Policy {
  const names = [...oldTools, ...presets.map((preset) => preset.name)];
  const reading = validatePolicy(jsonFrom(path, `no policy of that name (${names.join(', ')}) and no file: ${path}`));
  if (reading.ok) return reading.policy;
  const [first] = reading.problems;
  throw new ArgumentProblem(`${path}: ${first?.path ? `${first.path}: ` : ''}${first?.message ?? 'not a policy'}`);
}

function jsonFrom(path: string, missing = `${path} cannot be read`): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ArgumentProblem(missing);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new ArgumentProblem(`${path} is not JSON`);
  }
}
