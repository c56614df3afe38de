import type { Policy } from '@clearance/eligibility';
import type { LocalDate } from '@clearance/record';
import { chooseFlow, type PolicyArguments } from './choose-policy.ts';
import { CompatDialect } from './compat-dialect.ts';
import type { Format, ResultDialect } from './dialect.ts';
import { ResultFormat } from './result-format.ts';
import { StandardDialect } from './standard-dialect.ts';

/** What an evaluation is made of, as plain data, so that each thread can make its own. */
export type Recipe =
  | { readonly kind: 'compat'; readonly chosen: PolicyArguments; readonly harmless: boolean }
  | { readonly kind: 'standard'; readonly policy: Policy; readonly asOf: LocalDate; readonly county: string };

/** Whoever uses a dialect need not know what its facts and its counts are. */
export interface Use<Result> {
  with<Fact extends { readonly line: number }, Counted>(dialect: ResultDialect<Fact, Counted>, format: Format): Result;
}

/** @throws ArgumentProblem where an old tool's options are wrong */
export function evaluationBy<Result>(recipe: Recipe, use: Use<Result>): Result {
  if (recipe.kind === 'standard') {
    const dialect = new StandardDialect(recipe.policy, recipe);
    return use.with(dialect, new ResultFormat(dialect.exact));
  }
  const chosen = chooseFlow(recipe.chosen);
  if (!chosen) throw new RangeError(`${recipe.chosen.policy} is none of the old tools`);
  const dialect = new CompatDialect(chosen.flow, !recipe.harmless);
  return use.with(dialect, new ResultFormat(dialect.exact));
}
