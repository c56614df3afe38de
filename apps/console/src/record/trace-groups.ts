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
export const groupWords = (name: string): string =>
  levels(name).at(-1)?.startsWith('any') ? 'One of these is enough' : 'All of these together';

/** How deep a group lies: `any 1` is 1, `any 1 / all 2` is 2. */
export const depthOf = (name: string | undefined): number => (name === undefined ? 0 : levels(name).length);

const levels = (name: string) => name.split(' / ');
