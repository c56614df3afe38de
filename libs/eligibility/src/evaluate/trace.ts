import { DIALECT } from '@clearance/record';

import type { Trace, TraceStep, TraceTerm } from '../determination.ts';
import { originsAmong } from '../entered/entered-words.ts';
import { cellTexts } from '../fact.ts';
import { not } from '../truth.ts';
import type { CompiledPolicy, Shown } from './compile.ts';
import type { Checks, Decision } from './decide.ts';
import type { Subject } from './subject.ts';

/**
 * Every rule tried, written out. Values are built in one order, so that the same input gives the same bytes; and their keys
 * in that of canonical JSON, which need not sort them then.
 */
export function traceOf(compiled: CompiledPolicy, decision: Decision, checks: Checks, subject: Subject): Trace {
  const { name, version } = compiled.policy;
  return {
    asOf: subject.asOf,
    county: subject.county,
    dialect: DIALECT,
    policy: name,
    policyVersion: version,
    ...(subject.routingName === undefined ? {} : { routing: subject.routingName }),
    steps: [
      ...decision.tried.map(({ rule, result }): TraceStep => ({
        cite: rule.cite,
        outcome: rule.then.outcome,
        result,
        rule: rule.id,
        terms: rule.shown.map((shown) => termOf(shown, checks, compiled, subject)),
        title: rule.title,
      })),
      ...unreadStep(compiled, subject),
    ],
  };
}

/** What holds back any relief: tried after everything else, so that it shows what the rows that were read lead to. */
function unreadStep({ policy }: CompiledPolicy, { person: { history } }: Subject): TraceStep[] {
  if (history.unread.length === 0) return [];
  const value = history.unread.map(({ line }) => line).join(', ');
  return [
    {
      cite: policy.legalBasis,
      outcome: 'needs_review',
      result: true,
      rule: 'unread-row',
      terms: [{ cells: [], label: 'rows of the person that could not be read', result: true, value }],
      title: 'No relief without a person while a row of the history could not be read.',
    },
  ];
}

function termOf(shown: Shown, checks: Checks, compiled: CompiledPolicy, { person }: Subject): TraceTerm {
  const { arithmetic, cells, missing, result, value } = checks.check(shown.index);
  const truth = checks.truth(shown.index);
  const unknown = compiled.terms[shown.index]?.unknown;
  const counted = result === 'unknown' && truth !== 'unknown' ? `; unknown ${unknown ?? ''} by this policy` : '';
  const why = result === 'unknown' ? missing.map((each) => each.why) : [];
  const entered = originsAmong(cells, person);
  return {
    ...(arithmetic === undefined ? {} : { arithmetic }),
    cells: cellTexts(cells),
    ...(entered.length === 0 ? {} : { entered }),
    ...(shown.group === undefined ? {} : { group: shown.group }),
    label: shown.label,
    result: shown.negated ? not(truth) : truth,
    value: why.length === 0 ? value + counted : [value, ...new Set(why)].join('; ') + counted,
  };
}
