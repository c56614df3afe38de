export { outcomes } from './determination.ts';
export type {
  CellText,
  Determination,
  DeterminationFacts,
  EnteredOf,
  FactName,
  Flag,
  Order,
  Outcome,
  SeverityText,
  Trace,
  TraceStep,
  TraceTerm,
  Truth,
  UnknownFact,
} from './determination.ts';
export { enteredFactsOf, sayEntered } from './entered/entered-words.ts';
export type { EnteredStanding } from './entered/entered-facts.ts';
export { compilePolicy } from './evaluate/compile.ts';
export type { CompiledPolicy } from './evaluate/compile.ts';
export { decideAll } from './evaluate/decide-all.ts';
export type { Decided } from './evaluate/decide-all.ts';
export { evaluate, evaluateSpokenOf, traceBytes } from './evaluate/evaluate.ts';
export { missingFactText } from './evaluate/judge.ts';
export type { EvaluationContext } from './evaluate/judge.ts';
export { birthAsOf } from './fact.ts';
export { personOf } from './facts/person.ts';
export { flagSources } from './evaluate/flag-sources.ts';
export type { FlagSource } from './evaluate/flag-sources.ts';
export { isListed, isSpokenOf, NOT_SPOKEN_OF } from './evaluate/ruling.ts';
export { engineOf } from './replay/engines.ts';
export type { DeterminedBytes, Engine, Ground } from './replay/engine.ts';
export { readDetermination, replay } from './replay/replay.ts';
export type { RecordedDetermination, Replay, ReplayDifference } from './replay/replay.ts';
export { impact, ImpactCount } from './impact/impact.ts';
export { PolicyCount } from './impact/policy-count.ts';
export type { EvaluatedPerson } from './impact/impact.ts';
export { dimensions } from './impact/figures.ts';
export type { CountingRule, Dimension, Impact, OutcomeCounts, PeopleFigures } from './impact/figures.ts';
export { simulate, SimulationCount } from './impact/simulate.ts';
export type { ConvictionMove, Flow, PersonHistory, Simulation, Standing } from './impact/simulate.ts';
export type { MovedBy } from './impact/moved-by.ts';
export { sumOfImpacts, sumOfSimulations } from './impact/sum.ts';
export type { Condition, Consequence, Otherwise, Policy, Rule } from './policy/policy.ts';
export type { Severity, Term } from './policy/term.ts';
export { sentences } from './policy/sentences.ts';
export type { RuleSentence } from './policy/sentences.ts';
export type { Language } from './words/words.ts';
export { policyDifferences } from './policy/differences.ts';
export type { PolicyDifferences, PolicyPart } from './policy/differences.ts';
export type { FieldDifference } from './policy/field-differences.ts';
export { ruleTitles } from './policy/rule-titles.ts';
export { notesToConfirm } from './policy/notes-to-confirm.ts';
export { policyCanonical, readPolicy, validatePolicy } from './policy/validate.ts';
export { canonicalJson } from './canonical.ts';
export type { PolicyProblem, PolicyValidation } from './policy/validate.ts';
export { vocabulary } from './policy/vocabulary.ts';
export type { Choice, Vocabulary, VocabularyField } from './policy/vocabulary.ts';
export { presetNamed, presets } from './presets/presets.ts';
export type { Route, RoutingTable } from './routing/routing-table.ts';
export { checkRouting } from './routing/check-routing.ts';
export type { RoutingCheck } from './routing/check-routing.ts';
export { routingOf } from './routing/shipped.ts';
export {
  annotatedHeader,
  annotatedRow,
  answerLines,
  blankTail,
  determinationHeaders,
  determinationTail,
} from './annotate/annotated.ts';
export type { HarmlessLine } from './annotate/annotated.ts';
export { balanceOf, withRepeats } from './balance/balance.ts';
export type { Determined, RowAccount } from './balance/balance.ts';
export { BalanceCount, balanceText, emptyBalance, isBalanced, sumOfBalances } from './balance/balance-count.ts';
export type { Balance } from './balance/balance-count.ts';
export { outsideReasons, outsideReasonTexts } from './balance/outside-reason.ts';
export type { OutsideReason } from './balance/outside-reason.ts';
export { CutRow } from './annotate/cut-row.ts';
export { mayCalculate } from './annotate/may-calculate.ts';
export { bearDefaults, readBearOptions } from './compat/bear-options.ts';
export type { BearOptions, BearOptionsReading } from './compat/bear-options.ts';
export { bearFlow } from './compat/bear.ts';
export { compatCells, compatHeaders, evaluateCompat, OTHER_P64_COLUMN } from './compat/columns.ts';
export type { CompatAnswer, CompatPerson } from './compat/columns.ts';
export type { CompatDecision, CompatFlow, RelatedFlowName } from './compat/flow.ts';
export { mattersToCompat } from './compat/history.ts';
export { laPilotFlow, PILOT_COUNTY } from './compat/la-pilot.ts';
export type { LaPilotOptions } from './compat/la-pilot.ts';
export { relatedFlow, relatedFlowCounties } from './compat/related.ts';
export { otherP64 } from './compat/other-p64.ts';
export { compatColumns, compatRow } from './compat/row.ts';
export type { CompatRow } from './compat/row.ts';
export { CompatTally, type CompatCounts } from './compat/tally.ts';
export type { CompatRelief, CompatSummary } from './compat/tally.ts';
export { bearAsPolicy } from './compat/bear-as-policy.ts';
export { compareReadings } from './compat/differences.ts';
export type { Compared, Difference } from './compat/differences.ts';
export type { Why } from './compat/why.ts';
