import { canonicalJson } from '../canonical.ts';
import type { Condition, Policy } from './policy.ts';
import type { Term } from './term.ts';
import { severities } from './term.ts';

/** A question that a conviction answers with yes or no. */
export interface Atom {
  readonly key: string;
  readonly term: Term;
}

export type Formula =
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'not'; readonly part: Formula }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] };

export function all(...parts: Formula[]): Formula {
  return { kind: 'all', parts };
}

export function negation(part: Formula): Formula {
  return { kind: 'not', part };
}

/** A condition as logic sees it: what unknown facts do is left out, and terms that say the same are one atom. */
export function formulaOf(condition: Condition): Formula {
  if ('not' in condition) return negation(formulaOf(condition.not));
  if ('all' in condition) return { kind: 'all', parts: condition.all.map(formulaOf) };
  if ('any' in condition) return anyOf(condition.any.map(formulaOf));
  const { unknown: _unknown, ...term } = condition;
  return formulaOfTerm(term);
}

function formulaOfTerm(term: Term): Formula {
  // One of several values: a question for each, of which at most one is answered with yes.
  if (term.term === 'severity') return anyOf(term.is.map((each) => atomOf({ term: 'severity', is: [each] })));
  if (term.term === 'agency') return anyOf(term.in.map((each) => atomOf({ term: 'agency', in: [each] })));
  if (term.term === 'county') return anyOf(term.in.map((each) => atomOf({ term: 'county', in: [each] })));
  if (term.term === 'sentences') {
    const complete = atomOf({ term: 'sentences', are: 'complete', of: term.of ?? 'record' });
    return term.are === 'complete' ? complete : negation(complete);
  }
  // Taken away in one of two ways, of which a conviction has at most one.
  if (term.term === 'relieved' && term.how === 'ended') {
    return anyOf([atomOf({ term: 'relieved', how: 'set_aside' }), atomOf({ term: 'relieved', how: 'erased' })]);
  }
  if (term.term !== 'has_conviction_in') return atomOf(term);
  const when = term.when === 'before' ? 'earlier' : 'any';
  return atomOf({ term: 'convictions_in', list: term.list, atLeast: 1, when, section: 'any', per: 'count' });
}

function anyOf(parts: readonly Formula[]): Formula {
  return { kind: 'any', parts };
}

function atomOf(term: Term): Formula {
  return { kind: 'atom', atom: { key: canonicalJson(term), term } };
}

/** What is so of every conviction that a policy's own rules are tried on. */
export function axiomsOf(scope: Policy['scope']): Formula {
  const inScope = atomOf({ term: 'offense', in: scope.statutes });
  const mayBeSetAside = scope.setAside === 'in_scope';
  const stands = negation(formulaOfTerm({ term: 'relieved', how: mayBeSetAside ? 'erased' : 'ended' }));
  const someSeverity = formulaOfTerm({ term: 'severity', is: severities });
  if (scope.county === 'any') return all(inScope, stands, someSeverity);
  return all(inScope, stands, someSeverity, atomOf({ term: 'county', in: [scope.county] }));
}

/** The atoms of a formula, each once, in order. */
export function atomsOf(formula: Formula, found: Map<string, Atom> = new Map<string, Atom>()): Map<string, Atom> {
  if (formula.kind === 'atom') found.set(formula.atom.key, formula.atom);
  else if (formula.kind === 'not') atomsOf(formula.part, found);
  else for (const part of formula.parts) atomsOf(part, found);
  return found;
}

/** Of how many parts a formula is made. */
export function sizeOf(formula: Formula): number {
  if (formula.kind === 'atom') return 1;
  if (formula.kind === 'not') return 1 + sizeOf(formula.part);
  return formula.parts.reduce((sum, part) => sum + sizeOf(part), 1);
}
