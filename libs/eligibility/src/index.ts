export { outcomes } from './determination.ts';
export type {
  CellText,
  Determination,
  DeterminationFacts,
  FactName,
  Flag,
  Outcome,
  SeverityText,
  Trace,
  TraceStep,
  TraceTerm,
  Truth,
  UnknownFact,
} from './determination.ts';
export { evaluate, traceBytes } from './evaluate/evaluate.ts';
export type { EvaluationContext } from './evaluate/evaluate.ts';
export type { Condition, Consequence, Otherwise, Policy, Rule } from './policy/policy.ts';
export type { Severity, Term } from './policy/term.ts';
export { sentences } from './policy/sentences.ts';
export type { RuleSentence } from './policy/sentences.ts';
export { policyCanonical, validatePolicy } from './policy/validate.ts';
export type { PolicyProblem, PolicyValidation } from './policy/validate.ts';
export { presetNamed, presets } from './presets/presets.ts';
export type { Route, RoutingTable } from './routing/routing-table.ts';
