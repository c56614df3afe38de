import type { TraceTerm } from './trace-view.ts';

export interface TermGroup {
  /** Undefined for conditions that must hold by themselves. */
  readonly name: string | undefined;
  readonly terms: readonly TraceTerm[];
}

/** The conditions of a rule in their order, those of one nested group together. */
export function groupedTerms(terms: readonly TraceTerm[]): readonly TermGroup[] {
  const groups: { name: string | undefined; terms: TraceTerm[] }[] = [];
  for (const term of terms) {
    const known = groups.find(({ name }) => name === term.group);
    if (known) known.terms.push(term);
    else groups.push({ name: term.group, terms: [term] });
  }
  return groups;
}

/** What a nested group asks for. */
export function groupWords(name: string): string {
  if (name.startsWith('any')) return 'One of these is enough';
  if (name.startsWith('all')) return 'All of these together';
  if (name.startsWith('not')) return 'None of these';
  return 'Together';
}
