import type { CellRef, Conviction, EnteredFact } from '@clearance/record';
import { enteredCell, textOf } from '@clearance/record';

import type { Fact } from '../fact.ts';
import { known } from '../fact.ts';
import type { Relief } from '../facts/relief.ts';
import { anyErased, erasedBy } from '../facts/relief.ts';
import type { Severity } from '../policy/term.ts';
import { severities } from '../policy/term.ts';
import type { EnteredFacts } from './entered-facts.ts';

/** Whether a count ended in a conviction, by the file and by what people entered. */
export interface Convicted {
  readonly convicted: Fact<true>;
  /** Where the entered disposition stands by which it did not; undefined unless there is one. */
  readonly notConvicted: readonly CellRef[] | undefined;
}

export function convictedWith(entered: EnteredFacts, conviction: Conviction, file: Fact<true>): Convicted {
  const facts = entered.of('disposition', conviction.key);
  if (facts.length === 0) return { convicted: file, notConvicted: undefined };
  const { text } = conviction.count.disposition;
  const merged = entered.over<boolean, (typeof facts)[number]>(file, facts, ({ means }) => means === 'convicted', {
    show: (isConvicted) => `"${facts.find(({ means }) => (means === 'convicted') === isConvicted)?.text ?? ''}"`,
    showFile: () => (text === '' ? 'nothing' : `"${text}"`),
  });
  if (merged.state !== 'known')
    return { convicted: { ...merged, state: 'unknown', why: merged.why }, notConvicted: undefined };
  if (merged.value) return { convicted: known(true, merged.cells), notConvicted: undefined };
  return { convicted: file, notConvicted: merged.cells };
}

type ReliefFact = Extract<EnteredFact, { kind: 'relief' }>;

const HOW = { none: 'none', reduced: 'reduced', relieved: 'ended' } as const;

/** What a later order did, by the file and by what people entered. */
export function reliefWith(entered: EnteredFacts, conviction: Conviction, file: Fact<Relief>): Fact<Relief> {
  const facts = entered.of('relief', conviction.key);
  const [first] = facts;
  if (!first) return file;
  // Two wordings that reduce may reduce to different things.
  const plain = (how: Relief['how'], text: string) => (how === 'reduced' ? `reduced ${text.toUpperCase()}` : how);
  const written: Fact<string> =
    file.state === 'known' ? known(plain(file.value.how, file.value.text), file.cells) : (file as Fact<never>);
  const merged = entered.over<string, ReliefFact>(written, facts, ({ means, text }) => plain(HOW[means], text), {
    show: (shown) => (shown === 'none' ? 'no later order' : `"${first.text}"`),
    showFile: () => (file.state === 'known' && file.value.how !== 'none' ? `"${file.value.text}"` : 'no later order'),
  });
  if (merged.state !== 'known') return { state: 'unknown', why: merged.why, cells: merged.cells };
  const erased = anyErased(
    facts.map((fact) => erasedBy(fact.text, [enteredCell(fact)])),
    merged.cells,
  );
  if (file.state === 'known') {
    const isOpen = file.value.erased !== undefined && file.value.erased.state !== 'known';
    return known(isOpen ? { ...file.value, erased } : file.value, merged.cells);
  }
  const how = HOW[first.means];
  // A conviction set aside under PC 1203.4 may still be pleaded as a prior: PC 1203.4(a)(1).
  const countsAsPrior = how !== 'ended' || first.text.includes('1203');
  return known(
    { how, text: how === 'none' ? '' : first.text, countsAsPrior, ...(how === 'ended' ? { erased } : {}) },
    merged.cells,
  );
}

/** What a conviction was for, by the file and by what people entered. */
export function severityWith(entered: EnteredFacts, conviction: Conviction, file: Fact<Severity>): Fact<Severity> {
  const facts = entered.of('severity', conviction.key);
  if (facts.length === 0) return file;
  const said = file.state === 'unknown' ? statedIn(conviction, file.cells) : [];
  return entered.over<Severity, (typeof facts)[number]>(file, facts, ({ severity }) => severity, {
    show: (severity) => severity,
    showFile: (fact) => (fact.state === 'known' ? fact.value : said.join(' and ')),
    isSaid: said.length > 1 ? (severity) => said.includes(severity) : undefined,
  });
}

/** The severities that rows which contradict each other state. */
function statedIn({ count }: Conviction, cells: readonly CellRef[]): Severity[] {
  const texts = cells.map(({ column, line }) => {
    const row = count.rows.find((each) => each.line === line);
    return row ? textOf(row, column).toLowerCase() : '';
  });
  return severities.filter((severity) => texts.includes(severity));
}

/** Where it stands that a conviction is another person's. */
export const disownedCells = (entered: EnteredFacts): readonly CellRef[] =>
  entered.of('not_same_person').map(enteredCell);
